package org.waymark.progress.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.progress.reference.Countries;
import org.waymark.progress.reference.Regions;

class PlaceNamesTest {

    @Test
    void every_place_that_may_be_promised_has_a_name() {
        assertThat(Regions.all())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(PlaceNames.region(code)).isNotEqualTo(code));
        assertThat(Countries.all())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(PlaceNames.country(code)).isNotEqualTo(code));
    }

    @Test
    void an_unknown_code_stands_for_itself() {
        assertThat(PlaceNames.region("999")).isEqualTo("999");
        assertThat(PlaceNames.country("XKX")).isEqualTo("XKX");
    }
}
