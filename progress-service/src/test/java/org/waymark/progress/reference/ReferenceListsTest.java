package org.waymark.progress.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceListsTest {

    @Test
    void knows_countries_by_their_three_letters_alone() {
        assertThat(Countries.all()).hasSize(249);
        assertThat(Countries.isKnown("SLV")).isTrue();
        assertThat(Countries.isKnown("SV")).isFalse();
        assertThat(Countries.isKnown("slv")).isFalse();
        assertThat(Countries.isKnown("XXX")).isFalse();
    }

    @Test
    void turns_two_letters_into_three() {
        assertThat(Countries.ofAlpha2("sv")).contains("SLV");
        assertThat(Countries.ofAlpha2("XK")).isEmpty();
        assertThat(Countries.ofAlpha2("SLV")).isEmpty();
    }

    @Test
    void a_region_holds_its_countries_and_those_of_the_regions_inside_it() {
        assertThat(Regions.countriesOf("013"))
                .containsExactlyInAnyOrder("BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN");
        assertThat(Regions.countriesOf("419"))
                .containsAll(Regions.countriesOf("013"))
                .contains("BRA", "HTI")
                .doesNotContain("USA");
        assertThat(Regions.countriesOf("019"))
                .containsAll(Regions.countriesOf("419"))
                .contains("USA");
        assertThat(Regions.countriesOf("999")).isEmpty();
    }

    @Test
    void a_country_lies_in_every_region_around_it() {
        assertThat(Regions.containing(Set.of("SLV"))).containsExactlyInAnyOrder("001", "019", "419", "013");
        assertThat(Regions.containing(Set.of("ARM"))).containsExactlyInAnyOrder("001", "142", "145");
        assertThat(Regions.containing(Set.of("SLV", "ARM")))
                .containsExactlyInAnyOrder("001", "019", "419", "013", "142", "145");
        assertThat(Regions.containing(Set.of("XXX"))).isEmpty();
    }

    @Test
    void the_world_holds_every_country_that_m49_has_a_place_for() {
        Set<String> nowhere = Countries.all().stream()
                .filter(country -> Regions.containing(Set.of(country)).isEmpty())
                .collect(Collectors.toSet());

        assertThat(nowhere).containsExactly("TWN");
        assertThat(Regions.countriesOf(Regions.WORLD)).hasSize(248);
    }

    @Test
    void knows_regions_by_three_digits() {
        assertThat(Regions.all()).hasSize(30);
        assertThat(Regions.isKnown("419")).isTrue();
        assertThat(Regions.isKnown("19")).isFalse();
        assertThat(Regions.isKnown("222")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.7", "1.5", "1.b", "16.10", "17.19"})
    void knows_the_targets_there_are(String target) {
        assertThat(SdgTargets.isKnown(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "1.6", "1.c", "1.B", "16.11", "17.20", "17.a", "18.1", "0.1", ""})
    void knows_no_targets_there_are_not(String target) {
        assertThat(SdgTargets.isKnown(target)).isFalse();
    }

    @Test
    void there_are_169_targets() {
        assertThat(SdgTargets.all()).hasSize(169);
    }
}
