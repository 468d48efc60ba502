package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerTest {

    private static Partner aPartner() {
        return Partner.register(
                        "International Organization for Migration",
                        "IOM",
                        OrganisationType.MULTILATERAL,
                        new Country("CHE"),
                        new TimeZone("Europe/Zurich"),
                        "XM-DAC-47066")
                .partner();
    }

    @Test
    void is_active_once_registered() {
        assertThat(aPartner().status()).isEqualTo(PartnerStatus.ACTIVE);
    }

    @Test
    void is_invited_when_only_an_import_names_it() {
        PartnerEvent.Registered introduced = Partner.introduce("Example Trust", null, "GB-CHC-0000000");

        assertThat(introduced.partner().status()).isEqualTo(PartnerStatus.INVITED);
        assertThat(introduced.origin()).isEqualTo(Origin.IMPORT);
    }

    @Test
    void says_how_it_stands_after_a_change() {
        Partner wanted = aPartner().withAcronym("OIM").withStatus(PartnerStatus.SUSPENDED);

        assertThat(aPartner().changeTo(wanted)).containsExactly(new PartnerEvent.Changed(wanted));
    }

    @Test
    void keeps_its_time_zone_when_something_else_changes() {
        Partner changed = aPartner()
                .withName("UN Migration")
                .withAcronym(null)
                .withType(null)
                .withCountry(null)
                .withStatus(PartnerStatus.SUSPENDED);

        assertThat(changed.timeZone()).isEqualTo(new TimeZone("Europe/Zurich"));
    }

    @Test
    void says_nothing_when_nothing_changes() {
        assertThat(aPartner().changeTo(aPartner())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerStatus.class,
            names = {"ACTIVE", "SUSPENDED", "WITHDRAWN"})
    void cannot_become_invited_again(PartnerStatus status) {
        Partner partner = aPartner().withStatus(status);

        assertThatThrownBy(() -> partner.changeTo(partner.withStatus(PartnerStatus.INVITED)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("not-invited-again"));
    }

    @Test
    void keeps_its_org_id() {
        Partner other = Partner.introduce("International Organization for Migration", null, "XX-1")
                .partner();

        assertThatThrownBy(() -> aPartner().changeTo(other))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("org-id-is-fixed"));
    }

    @Test
    void has_a_name() {
        assertThatThrownBy(() -> aPartner().withName("  "))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("name"));
    }

    @Test
    void acts_while_invited_or_active_only() {
        assertThat(PartnerStatus.values())
                .filteredOn(PartnerStatus::mayAct)
                .containsExactly(PartnerStatus.INVITED, PartnerStatus.ACTIVE);
    }
}
