package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionGroupTest {

    private static final PartnerId IOM = new PartnerId(new UUID(0, 1));
    private static final PartnerId UNICEF = new PartnerId(new UUID(0, 2));

    private static ActionGroup aGroup() {
        return new ActionGroup("Migration Action Group", true, List.of());
    }

    private static CoChair aTerm(PartnerId partner, String from, @Nullable String to) {
        return new CoChair(partner, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    @Test
    void is_led_by_two_partners_at_once() {
        List<CoChair> both = List.of(aTerm(IOM, "2026-01-01", null), aTerm(UNICEF, "2026-01-01", null));

        assertThat(aGroup().appoint(both))
                .containsExactly(new ActionGroupEvent.Changed(new ActionGroup("Migration Action Group", true, both)));
    }

    @Test
    void lets_a_partner_lead_again_after_its_term() {
        List<CoChair> again = List.of(aTerm(IOM, "2026-01-01", "2026-12-31"), aTerm(IOM, "2027-01-01", null));

        assertThat(aGroup().appoint(again)).hasSize(1);
    }

    @Test
    void refuses_a_term_that_ends_before_it_begins() {
        List<CoChair> backwards = List.of(aTerm(IOM, "2026-01-01", null), aTerm(UNICEF, "2026-02-01", "2026-01-31"));

        assertThatThrownBy(() -> aGroup().appoint(backwards))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("coChairs[1].to"));
    }

    @Test
    void refuses_terms_of_one_partner_that_overlap_by_a_day() {
        List<CoChair> overlapping = List.of(aTerm(IOM, "2026-01-01", "2026-12-31"), aTerm(IOM, "2026-12-31", null));

        assertThatThrownBy(() -> aGroup().appoint(overlapping))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("coChairs[1].from"));
    }

    @Test
    void says_nothing_when_its_name_stays() {
        assertThat(aGroup().rename("Migration Action Group")).isEmpty();
    }

    @Test
    void stays_the_default_under_another_name() {
        assertThat(aGroup().rename("Migration Group"))
                .containsExactly(new ActionGroupEvent.Changed(new ActionGroup("Migration Group", true, List.of())));
    }
}
