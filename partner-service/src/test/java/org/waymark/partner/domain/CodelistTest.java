package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.testing.Contracts;

/** Our lists against the published ones, where these are at hand. */
class CodelistTest {

    @Test
    void organisation_types_are_those_of_iati() throws IOException {
        Set<String> published = Set.copyOf(codes("reference/iati-OrganisationType.xml", "<code>(\\d+)</code>"));

        assertThat(Arrays.stream(OrganisationType.values()).map(OrganisationType::code))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void countries_are_those_of_iso_3166() throws IOException {
        List<String> published = codes("reference/iso3166-m49-all.csv", ",[A-Z]{2},([A-Z]{3}),\\d{3},");

        assertThat(published)
                .hasSizeGreaterThan(200)
                .allSatisfy(code -> assertThat(new Country(code).alpha3()).isEqualTo(code));
    }

    @Test
    void refuses_what_is_on_no_list() {
        assertThatThrownBy(() -> OrganisationType.of("99")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Country("XXX")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PartnerStatus.of("ACTIVE")).isInstanceOf(Refusal.class);
    }

    private static List<String> codes(String file, String pattern) throws IOException {
        Optional<Path> data = Contracts.realData(file);
        assumeTrue(data.isPresent(), "the published lists are not at hand");
        return Pattern.compile(pattern)
                .matcher(Files.readString(data.orElseThrow()))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
