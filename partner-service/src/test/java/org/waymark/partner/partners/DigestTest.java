package org.waymark.partner.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.TimeZone;

/** A request that is sent again to a newer version is the same as it was to the older one. */
class DigestTest {

    private static final Partner PARTNER = Partner.register(
                    "Example Trust", "ET", OrganisationType.FOUNDATION, new Country("CHE"), null, "XX-1")
            .partner();

    @Test
    void of_a_registration_counts_a_time_zone_only_where_there_is_one() {
        assertThat(Digests.digested(PARTNER)).containsExactly("Example Trust", "ET", "60", "CHE", "XX-1");
        assertThat(Digests.digested(PARTNER.withTimeZone(new TimeZone("Europe/Zurich"))))
                .containsExactly("Example Trust", "ET", "60", "CHE", "XX-1", "Europe/Zurich");
    }

    @Test
    void of_a_change_counts_a_time_zone_only_where_it_is_sent() {
        assertThat(change(null).digested()).containsExactly("Example Trust", null, null, null, null);
        assertThat(change(Optional.of("Europe/Zurich")).digested()).hasSize(6);
        assertThat(change(Optional.empty()).digested()).hasSize(6);
    }

    @Test
    void counts_later_facts_only_where_they_are_there() {
        Profile profile = Profile.of(Map.of("fr", "Fonds"), "https://example.org/logo.svg", "https://example.org");

        assertThat(Digests.digested(PARTNER.withProfile(profile)))
                .endsWith("name fr Fonds", "logo https://example.org/logo.svg", "website https://example.org");
        assertThat(Digests.digested(PARTNER.withProfile(Profile.NONE))).hasSize(5);
    }

    @SuppressWarnings("NullableOptional") // as in the request
    private static PartnerRequests.Change change(@Nullable Optional<String> timeZone) {
        return new PartnerRequests.Change("Example Trust", null, null, null, timeZone, null, null, null, null, null);
    }
}
