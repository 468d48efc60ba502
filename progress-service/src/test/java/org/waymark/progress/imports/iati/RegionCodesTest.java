package org.waymark.progress.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.progress.reference.Regions;
import org.waymark.testing.Contracts;

class RegionCodesTest {

    private static final Pattern CODE = Pattern.compile("<code>(\\d+)</code>");

    @Test
    void every_code_of_the_dac_is_one_of_m49_or_known_to_be_none() throws IOException {
        var file = Contracts.realData("reference/iati-Region.xml");
        assumeTrue(file.isPresent(), "the codelist Region is not at hand");
        List<String> published = CODE.matcher(Files.readString(file.orElseThrow()))
                .results()
                .map(code -> code.group(1))
                .toList();

        assertThat(published)
                .filteredOn(code -> RegionCodes.ofDac(code).isEmpty())
                .containsExactlyInAnyOrder("88", "189", "289", "589", "619", "679", "689", "998");
        assertThat(published.stream().flatMap(code -> RegionCodes.ofDac(code).stream()))
                .hasSize(20)
                .allMatch(Regions::isKnown);
    }

    @Test
    void m49_is_known_without_its_leading_zeros_too() {
        assertThat(RegionCodes.ofM49("2")).containsExactly("002");
        assertThat(RegionCodes.ofM49("0419")).isEmpty();
    }
}
