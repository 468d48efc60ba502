package org.waymark.progress.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.progress.imports.iati.IatiIndicator.Baseline;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.progress.imports.reading.Value;

/** Files that publishers really put out; they lie beside the checkout, not in it, as their licences vary. */
class PublishedIatiFilesTest {

    @ParameterizedTest
    @CsvSource({
        "worldbank-el-salvador.xml,     13, 251, 251, 251, 250, 248",
        "adb-armenia.xml,               43, 252,  27,  27,  27,   0",
        "caf-activities-2025-10.xml,   478, 493, 493, 493, 493,   0",
        "wri-strategic-plan.xml,         1,  24,  24,   0,   0,  24",
    })
    void carries_everything_that_is_counted_in(
            String name, int activities, int indicators, int periods, int baselines, int targets, int actuals)
            throws IOException {
        var read = activitiesOf(name);

        assertThat(read).hasSize(activities);
        assertThat(indicatorsOf(read)).hasSize(indicators);
        assertThat(periodsOf(read)).hasSize(periods);
        assertThat(indicatorsOf(read).map(IatiIndicator::baseline).filter(Objects::nonNull))
                .hasSize(baselines);
        assertThat(valuesOf(read, IatiPeriod::target)).hasSize(targets);
        assertThat(valuesOf(read, IatiPeriod::actual)).hasSize(actuals);
        assertThat(read).allSatisfy(activity -> {
            assertThat(activity.start()).isNotNull();
            assertThat(activity.countries().isEmpty() && activity.regions().isEmpty())
                    .isFalse();
        });
    }

    @Test
    void takes_the_two_numbers_of_the_world_bank_that_are_none_for_words() throws IOException {
        var notes = activitiesOf("worldbank-el-salvador.xml").stream()
                .flatMap(activity -> activity.skipped().stream())
                .filter(note -> note.why().startsWith("kept as text"))
                .map(Skipped::what);

        assertThat(notes)
                .satisfiesExactlyInAnyOrder(
                        what -> assertThat(what).startsWith("target \"72,0000\""),
                        what -> assertThat(what).startsWith("actual \"8,386413\""));
    }

    @Test
    void reads_the_dates_of_the_asian_development_bank_with_their_time_zone() throws IOException {
        assertThat(activitiesOf("adb-armenia.xml"))
                .allSatisfy(activity -> assertThat(activity.skipped()).isEmpty())
                .extracting(IatiActivity::start)
                .doesNotContainNull();
    }

    @Test
    void says_of_the_placeholder_years_once_per_activity() throws IOException {
        var read = activitiesOf("caf-activities-2025-10.xml");

        assertThat(indicatorsOf(read).map(IatiIndicator::baseline).filter(Objects::nonNull))
                .extracting(Baseline::year)
                .containsOnly(1900);
        assertThat(read.stream().flatMap(activity -> activity.skipped().stream()))
                .filteredOn(note -> note.what().startsWith("baseline year"))
                .hasSize((int) read.stream()
                        .filter(each -> !each.indicators().isEmpty())
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "caf-activities-2025-10.xml, '[019]',      10",
        "caf-activities-2025-10.xml, '[029, 013]',  1",
        "caf-activities-2025-10.xml, '[005]',       1",
        "wri-strategic-plan.xml,     '[002]',       1",
    })
    void finds_the_regions_of_the_dac_among_those_of_m49(String name, String regions, int activities)
            throws IOException {
        assertThat(activitiesOf(name).stream()
                        .map(activity -> activity.regions().toString()))
                .filteredOn(regions::equals)
                .hasSize(activities);
    }

    @Test
    void names_the_one_region_that_is_no_place() throws IOException {
        assertThat(activitiesOf("wri-strategic-plan.xml").getFirst().skipped())
                .extracting(Skipped::what)
                .contains("region 998 of vocabulary 1");
    }

    private static Stream<IatiIndicator> indicatorsOf(List<IatiActivity> activities) {
        return activities.stream().flatMap(activity -> activity.indicators().stream());
    }

    private static Stream<IatiPeriod> periodsOf(List<IatiActivity> activities) {
        return indicatorsOf(activities).flatMap(indicator -> indicator.periods().stream());
    }

    private static Stream<Value> valuesOf(List<IatiActivity> activities, Function<IatiPeriod, @Nullable Value> value) {
        return periodsOf(activities).flatMap(period -> Stream.ofNullable(value.apply(period)));
    }

    private static List<IatiActivity> activitiesOf(String name) throws IOException {
        var file = folder().resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> "Skipped: there is no " + file);
        try (var in = Files.newInputStream(file)) {
            return IatiDocuments.read(in).stream().map(IatiActivity.class::cast).toList();
        }
    }

    private static Path folder() {
        var folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared").resolve("data").resolve("iati");
    }
}
