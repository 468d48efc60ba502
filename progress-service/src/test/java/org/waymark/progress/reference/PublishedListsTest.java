package org.waymark.progress.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.testing.Contracts;

/** Our tables against the published lists; skipped where these are not at hand. */
class PublishedListsTest {

    private static final String COUNTRIES = "reference/iso3166-m49-all.csv";
    private static final Pattern COUNTRY = Pattern.compile(
            ",([A-Z]{2}),([A-Z]{3}),\\d{3},ISO 3166-2:..,.*,\"?(\\d{3})?\"?,\"?(\\d{3})?\"?,\"?(\\d{3})?\"?\\s*$",
            Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("<code>([^<]+)</code>");

    /** Where M49 says more than the published file, which leaves it out. */
    private static final Map<String, Set<String>> BEYOND_THE_FILE = Map.of("ATA", Set.of("001"), "TWN", Set.of());

    @Test
    void the_countries_are_those_of_iso_3166() throws IOException {
        Map<String, String> published =
                rows(COUNTRIES, COUNTRY).stream().collect(toMap(row -> row.group(1), row -> row.group(2)));

        assertThat(published).hasSize(249);
        assertThat(Countries.all()).containsExactlyInAnyOrderElementsOf(published.values());
        assertThat(published)
                .allSatisfy((alpha2, alpha3) ->
                        assertThat(Countries.ofAlpha2(alpha2)).contains(alpha3));
    }

    @Test
    void the_regions_and_their_countries_are_those_of_m49() throws IOException {
        List<MatchResult> published = rows(COUNTRIES, COUNTRY);
        Map<String, Set<String>> members = published.stream()
                .flatMap(row -> regions(row).stream().map(region -> Map.entry(region, row.group(2))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));

        assertThat(Regions.all()).isEqualTo(members.keySet());
        assertThat(members)
                .allSatisfy((region, countries) ->
                        assertThat(Regions.countriesOf(region)).as(region).isEqualTo(countries));
        assertThat(published)
                .allSatisfy(row -> assertThat(Regions.containing(Set.of(row.group(2))))
                        .as(row.group(2))
                        .isEqualTo(regions(row)));
    }

    @Test
    void the_targets_are_those_of_the_sdgs() throws IOException {
        List<String> published = rows("reference/iati-UNSDG-Targets.xml", CODE).stream()
                .map(row -> row.group(1))
                .toList();

        assertThat(SdgTargets.all()).containsExactlyInAnyOrderElementsOf(published);
    }

    private static Set<String> regions(MatchResult row) {
        Set<String> named = Stream.of(row.group(3), row.group(4), row.group(5))
                .flatMap(Stream::ofNullable)
                .collect(toSet());
        named.add(Regions.WORLD);
        return BEYOND_THE_FILE.getOrDefault(row.group(2), named);
    }

    private static List<MatchResult> rows(String name, Pattern row) throws IOException {
        Optional<Path> file = Contracts.realData(name);
        assumeTrue(file.isPresent(), "the published list is not at hand: " + name);
        return row.matcher(Files.readString(file.orElseThrow())).results().toList();
    }
}
