package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerTest {

    private static final PartnerId ONE = new PartnerId(new UUID(0, 1));
    private static final PartnerId OTHER = new PartnerId(new UUID(0, 2));
    private static final PartnerId THIRD = new PartnerId(new UUID(0, 3));

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

    @ParameterizedTest
    @CsvSource({"INVITED,SUSPENDED", "WITHDRAWN,SUSPENDED"})
    void cannot_be_suspended_while_it_takes_no_part(PartnerStatus from, PartnerStatus to) {
        Partner partner = aPartner().withStatus(from);

        assertThatThrownBy(() -> partner.changeTo(partner.withStatus(to)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("status-cannot-follow"));
    }

    @ParameterizedTest
    @CsvSource({
        "INVITED,ACTIVE",
        "INVITED,WITHDRAWN",
        "ACTIVE,SUSPENDED",
        "ACTIVE,WITHDRAWN",
        "SUSPENDED,ACTIVE",
        "SUSPENDED,WITHDRAWN",
        "WITHDRAWN,ACTIVE"
    })
    void goes_through_its_life(PartnerStatus from, PartnerStatus to) {
        Partner partner = aPartner().withStatus(from);

        assertThat(partner.changeTo(partner.withStatus(to))).hasSize(1);
    }

    @Test
    void has_a_reason_as_long_as_it_takes_no_part() {
        Standing active = Standing.of(PartnerStatus.ACTIVE);

        Standing suspended = active.asked(PartnerStatus.SUSPENDED, StatusReason.UNDER_REVIEW);

        assertThat(suspended.reason()).isEqualTo(StatusReason.UNDER_REVIEW);
        assertThat(suspended.asked(null, null)).isEqualTo(suspended);
        assertThat(suspended.asked(PartnerStatus.ACTIVE, null)).isEqualTo(active);
        assertThat(active.asked(PartnerStatus.WITHDRAWN, null).reason()).isEqualTo(StatusReason.NOT_STATED);
        assertThatThrownBy(() -> active.asked(null, StatusReason.INACTIVE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("statusReason"));
    }

    @Test
    void is_merged_once_and_changes_no_more() {
        Partner merged = aPartner().mergeInto(ONE, OTHER, aPartner()).getFirst().partner();

        assertThat(merged.status().mayAct()).isFalse();
        assertThat(merged.standing().mergedInto()).isEqualTo(OTHER);
        assertThat(merged.mergeInto(ONE, OTHER, aPartner())).isEmpty();
        assertRefused("merged", () -> merged.changeTo(merged.withStatus(PartnerStatus.ACTIVE)));
        assertRefused("merged", () -> merged.mergeInto(ONE, THIRD, aPartner()));
    }

    @Test
    void is_not_merged_into_itself_nor_into_one_that_takes_no_part() {
        Partner gone = aPartner().withStatus(PartnerStatus.WITHDRAWN);

        assertRefused("merge-ring", () -> aPartner().mergeInto(ONE, ONE, aPartner()));
        assertRefused("survivor-cannot-act", () -> aPartner().mergeInto(ONE, OTHER, gone));
    }

    private static void assertRefused(String rule, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
