package org.waymark.progress.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.iati.IatiActivity;
import org.waymark.progress.imports.iati.IatiIndicator;
import org.waymark.progress.imports.iati.IatiPeriod;
import org.waymark.progress.imports.reading.Value;

class ActivityMappingTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final CommitmentId ID = new CommitmentId("c1");

    @Test
    void an_activity_is_a_promise_of_its_reporter_in_the_default_group() {
        SubmitCommitment command = mapped(anActivity("2", "1", List.of("SLV"), List.of()));

        assertThat(command.promise().title()).isEqualTo("Schools");
        assertThat(command.promise().description()).isEqualTo("For all.");
        assertThat(command.promise().lead().value())
                .isEqualTo(Uuids.of("partners", "XM-DAC-47066").toString());
        assertThat(command.promise().group()).isEqualTo(GroupId.DEFAULT);
        assertThat(command.promise().reach().countries()).containsExactly("SLV");
        assertThat(command.promise().reach().sdgTargets()).containsExactly("8.7");
        assertThat(command.promise().start()).isEqualTo(START);
        assertThat(command.promise().end()).isEqualTo(END);
        assertThat(command.origin()).isEqualTo(new Introduction("XM-DAC-47066", "IOM", "40"));
        assertThat(command.by()).isEqualTo(new Actor(false, true));
        assertThat(command.milestones()).isEmpty();
    }

    @Test
    void the_default_group_is_the_one_every_service_derives() {
        assertThat(GroupId.DEFAULT.value())
                .isEqualTo(Uuids.of("action-groups", "default").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "1, SUBMITTED",
        "2, IN_IMPLEMENTATION",
        "3, IN_IMPLEMENTATION",
        "4, COMPLETED",
        "5, WITHDRAWN",
        "6, SUSPENDED",
        "9, SUBMITTED",
        ", SUBMITTED"
    })
    void stands_where_its_activity_status_says(@Nullable String code, Status status) {
        assertThat(mapped(anActivity(code, "1", List.of(), List.of())).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, GLOBAL",
        "2, 1, GLOBAL",
        "3, 1, REGIONAL",
        "4, 1, COUNTRY",
        "5, 1, COUNTRY",
        "6, 2, COUNTRY",
        "7, 1, COUNTRY",
        "8, 1, COUNTRY",
        "4, 0, REGIONAL",
        ", 0, REGIONAL",
        ", 1, COUNTRY",
        ", 2, REGIONAL",
        "x, 1, COUNTRY"
    })
    void reaches_as_far_as_its_scope_says_or_its_countries_do(@Nullable String scope, int countries, Level level) {
        List<String> named = List.of("SLV", "HND").subList(0, countries);

        assertThat(mapped(anActivity("2", scope, named, List.of()))
                        .promise()
                        .reach()
                        .level())
                .isEqualTo(level);
    }

    @Test
    void indicators_keep_their_values_and_words_stay_words() {
        IatiPeriod period = new IatiPeriod(
                3,
                START,
                END,
                new Value.Quantity(new BigDecimal("100")),
                new Value.Words("nearly"),
                Map.of(),
                Map.of());
        SubmitCommitment command = mapped(anActivity("2", "1", List.of(), List.of(anIndicator(period))));

        Indicator indicator = command.indicators().getFirst();
        assertThat(indicator.title()).isEqualTo("Pupils");
        assertThat(indicator.measure()).isEqualTo(Measure.PERCENTAGE);
        assertThat(indicator.ascending()).isFalse();
        assertThat(indicator.baseline()).isEqualTo(new Indicator.Baseline(2023, number("7")));
        assertThat(indicator.periods())
                .extracting(Indicator.Period::target, Indicator.Period::actual)
                .containsExactly(tuple(
                        number("100"),
                        new Indicator.Statement(words("nearly"), Disaggregation.NONE, null, LocalDate.MIN)));
    }

    @Test
    void a_period_without_an_actual_has_none() {
        IatiPeriod period = new IatiPeriod(3, START, END, null, null, Map.of(), Map.of());

        SubmitCommitment command = mapped(anActivity("2", "1", List.of(), List.of(anIndicator(period))));

        assertThat(command.indicators().getFirst().periods())
                .singleElement()
                .extracting(Indicator.Period::actual, Indicator.Period::target)
                .containsExactly(null, null);
    }

    @Test
    void the_parts_of_an_actual_come_with_it() {
        Map<String, Map<String, BigDecimal>> bySex =
                Map.of("sex", Map.of("female", new BigDecimal("60"), "male", new BigDecimal("30")));
        IatiPeriod period =
                new IatiPeriod(3, START, END, null, new Value.Quantity(new BigDecimal("90")), Map.of(), bySex);

        SubmitCommitment command = mapped(anActivity("2", "1", List.of(), List.of(anIndicator(period))));

        Indicator.Statement actual = Objects.requireNonNull(
                command.indicators().getFirst().periods().getFirst().actual());
        assertThat(actual.value()).isEqualTo(number("90"));
        assertThat(actual.disaggregation().dimensions()).isEqualTo(bySex);
    }

    @Test
    void an_activity_in_regions_names_them_and_is_no_countrys_alone() {
        SubmitCommitment command = mapped(anActivity("2", null, List.of("SLV"), List.of("013", "029"), List.of()));

        assertThat(command.promise().reach().regions()).containsExactly("013", "029");
        assertThat(command.promise().reach().level()).isEqualTo(Level.REGIONAL);
    }

    @Test
    void every_measure_of_the_codelist_has_its_own() {
        assertThat(Stream.of(IatiIndicator.Measure.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Stream.of(Measure.values()).map(Enum::name).toList());
    }

    @Test
    void each_part_has_an_id_of_its_own_that_is_the_same_next_time() {
        IatiPeriod period = new IatiPeriod(3, START, END, null, null, Map.of(), Map.of());
        IatiActivity activity =
                anActivity("2", "1", List.of(), List.of(anIndicator(period, period), anIndicator(period)));

        Set<String> ids = new HashSet<>();
        mapped(activity).indicators().forEach(indicator -> {
            ids.add(indicator.id().value());
            indicator.periods().forEach(one -> ids.add(one.id().value()));
        });

        assertThat(ids).hasSize(5);
        assertThat(mapped(activity)).isEqualTo(mapped(activity));
    }

    private static SubmitCommitment mapped(IatiActivity activity) {
        return ActivityMapping.commitment(activity, START, ID);
    }

    private static IatiIndicator anIndicator(IatiPeriod... periods) {
        return new IatiIndicator(
                2,
                "Pupils",
                null,
                IatiIndicator.Measure.PERCENTAGE,
                false,
                new IatiIndicator.Baseline(2023, new Value.Quantity(new BigDecimal("7"))),
                List.of(periods));
    }

    private static IatiActivity anActivity(
            @Nullable String status, @Nullable String scope, List<String> countries, List<IatiIndicator> indicators) {
        return anActivity(status, scope, countries, List.of(), indicators);
    }

    private static IatiActivity anActivity(
            @Nullable String status,
            @Nullable String scope,
            List<String> countries,
            List<String> regions,
            List<IatiIndicator> indicators) {
        return new IatiActivity(
                1,
                "XM-1",
                new IatiActivity.Reporter("XM-DAC-47066", "40", "IOM"),
                "Schools",
                "For all.",
                status,
                scope,
                START,
                END,
                countries,
                regions,
                List.of("8.7"),
                indicators,
                List.of());
    }
}
