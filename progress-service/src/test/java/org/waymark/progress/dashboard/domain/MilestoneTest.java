package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.begun;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;
import static org.waymark.progress.dashboard.domain.EventFixture.overdue;
import static org.waymark.progress.dashboard.domain.EventFixture.rescheduled;
import static org.waymark.progress.dashboard.domain.EventFixture.update;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Claim;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneCancelled;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneMissed;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneRevised;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneVerified;
import org.waymark.progress.dashboard.domain.Milestone.Span;
import org.waymark.progress.dashboard.domain.Milestone.State;

/** A milestone of a card, submitted on 10 January and due on 15 February 2026. */
class MilestoneTest {

    private static final String DUE = "2026-02-15";

    private Card card =
            aCard().milestone("m1", DUE, 2).milestone("m2", "2026-06-30", 1).card();

    @Test
    void is_begun_claimed_and_verified() {
        happened(update("u1").claiming(begun("m1")).reported(), "2026-02-01");
        assertThat(it().state()).isEqualTo(State.IN_PROGRESS);

        happened(update("u2").claiming(reached("m1", "2026-02-10")).reported(), "2026-02-12");
        assertThat(it().state()).isEqualTo(State.REACHED);
        assertThat(it().on()).isEqualTo("2026-02-10");

        happened(update("u2").claiming(reached("m1", "2026-02-10")).verified(), "2026-02-20");
        assertThat(it().state()).isEqualTo(State.VERIFIED);
        assertThat(it().on()).isEqualTo("2026-02-10");
        assertThat(it().closedOn()).isEqualTo("2026-02-20");
    }

    @Test
    void is_verified_alone() {
        happened(update("u1").claiming(reached("m1", "2026-02-10")).reported(), "2026-02-12");
        happened(new MilestoneVerified("m1", UNKNOWN), "2026-02-20");

        assertThat(it().state()).isEqualTo(State.VERIFIED);
        assertThat(it().on()).isEqualTo("2026-02-10");
        assertThat(it().closedOn()).isEqualTo("2026-02-20");
    }

    @Test
    void is_missed_or_cancelled_on_the_day_that_is_recorded() {
        happened(new MilestoneMissed("m1", UNKNOWN), "2026-02-20");
        happened(new MilestoneCancelled("m2", UNKNOWN), "2026-02-21");

        assertThat(card.milestones()).extracting(Milestone::state).containsExactly(State.MISSED, State.CANCELLED);
        assertThat(card.milestones())
                .extracting(Milestone::closedOn)
                .containsExactly(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 2, 21));
        assertThat(card.milestones()).noneMatch(Milestone::isOpen);
    }

    @Test
    void is_called_and_weighted_anew() {
        happened(new MilestoneRevised("m1", "First corridor", 5, UNKNOWN), "2026-01-20");

        assertThat(it().title()).isEqualTo("First corridor");
        assertThat(it().weight()).isEqualTo(5);
    }

    @Test
    void is_overdue_from_the_day_after_it_was_due() {
        happened(overdue("m1", DUE), "2026-02-17");

        assertThat(it().standsOverdue()).isTrue();
        assertThat(it().overdue()).containsExactly(span("2026-02-16", null));
        assertThat(card.milestones().getLast().standsOverdue()).isFalse();
    }

    @Test
    void is_overdue_at_the_earliest_from_its_submission() {
        card = aCard().submittedOn("2026-03-01").milestone("m1", DUE, 1).card();

        happened(overdue("m1", DUE), "2026-03-02");

        assertThat(it().overdue()).containsExactly(span("2026-03-01", null));
    }

    @Test
    void is_no_longer_overdue_once_reached() {
        happened(overdue("m1", DUE), "2026-02-17");
        happened(update("u1").claiming(reached("m1", "2026-02-18")).reported(), "2026-02-20");

        assertThat(it().standsOverdue()).isFalse();
    }

    @Test
    void is_as_overdue_as_before_when_the_claim_is_taken_back() {
        happened(overdue("m1", DUE), "2026-02-17");
        happened(update("u1").claiming(reached("m1", "2026-02-18")).reported(), "2026-02-20");
        happened(update("u2").insteadOf("u1").takingBack("m1").reported(), "2026-02-25");

        assertThat(it().state()).isEqualTo(State.PLANNED);
        assertThat(it().on()).isNull();
        assertThat(it().standsOverdue()).isTrue();

        happened(overdue("m1", DUE), "2026-02-25");

        assertThat(it().overdue()).containsExactly(span("2026-02-16", null));
    }

    @Test
    void is_overdue_since_it_was_due_when_a_claim_that_hid_it_is_taken_back() {
        happened(update("u1").claiming(reached("m1", "2026-02-10")).reported(), "2026-02-12");
        happened(update("u1").takingBack("m1").again(2), "2026-02-25");
        happened(overdue("m1", DUE), "2026-02-25");

        assertThat(it().overdue()).containsExactly(span("2026-02-16", null));
    }

    @Test
    void is_reached_anew_after_a_claim_was_taken_back() {
        happened(update("u1").claiming(reached("m1", "2026-02-10")).reported(), "2026-02-12");
        happened(update("u1").takingBack("m1").again(2), "2026-02-25");
        happened(update("u2").claiming(reached("m1", "2026-02-28")).reported(), "2026-03-01");

        assertThat(it().state()).isEqualTo(State.REACHED);
        assertThat(it().on()).isEqualTo("2026-02-28");
    }

    @Test
    void takes_the_day_that_the_same_update_says_when_submitted_again() {
        happened(update("u1").claiming(reached("m1", "2026-02-10")).reported(), "2026-02-12");
        happened(update("u1").claiming(reached("m1", "2026-02-14")).again(2), "2026-02-25");

        assertThat(it().on()).isEqualTo("2026-02-14");
    }

    @Test
    void is_only_begun_where_what_replaces_a_claim_says_so() {
        happened(update("u1").claiming(reached("m1", "2026-02-10")).reported(), "2026-02-12");
        happened(update("u1").takingBack("m1").claiming(begun("m1")).again(2), "2026-02-25");

        assertThat(it().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(it().on()).isNull();
    }

    @Test
    void slips_when_put_off_and_not_when_brought_forward() {
        happened(rescheduled("m1", DUE, "2026-03-15"), "2026-02-01");
        happened(rescheduled("m1", "2026-03-15", "2026-03-01"), "2026-02-02");
        happened(rescheduled("m1", "2026-03-01", "2026-03-11"), "2026-02-03");

        assertThat(it().schedule())
                .isEqualTo(
                        new Schedule(LocalDate.parse(DUE), LocalDate.of(2026, 3, 11), LocalDate.of(2026, 2, 3), 2, 38));
    }

    @Test
    void is_overdue_until_it_is_rescheduled_and_again_from_the_day_after_the_new_one() {
        happened(overdue("m1", DUE), "2026-02-16");
        happened(rescheduled("m1", DUE, "2026-03-15"), "2026-02-20");
        assertThat(it().standsOverdue()).isFalse();

        happened(overdue("m1", "2026-03-15"), "2026-03-16");

        assertThat(it().standsOverdue()).isTrue();
        assertThat(it().overdue()).containsExactly(span("2026-02-16", "2026-02-20"), span("2026-03-16", null));
    }

    @Test
    void is_overdue_without_a_day_counted_twice_when_put_on_a_day_that_has_gone_by_too() {
        happened(overdue("m1", DUE), "2026-02-16");
        happened(rescheduled("m1", DUE, "2026-02-17"), "2026-02-20");
        happened(overdue("m1", "2026-02-17"), "2026-02-20");

        assertThat(it().overdue()).containsExactly(span("2026-02-16", "2026-02-20"), span("2026-02-20", null));
    }

    @Test
    void was_never_overdue_where_it_was_put_off_before_that_day_began_in_utc() {
        happened(overdue("m1", DUE), DUE);
        happened(rescheduled("m1", DUE, "2026-03-15"), DUE);

        assertThat(it().overdue()).isEmpty();
    }

    @Test
    void refuses_a_claim_that_is_not_understood_or_names_no_day() {
        Claim odd = new Claim("m1", "nearly", null);
        Claim dayless = new Claim("m1", "reached", null);

        assertThatThrownBy(() -> happened(update("u1").claiming(odd).reported(), "2026-02-12"))
                .hasMessageContaining("nearly");
        assertThatThrownBy(() -> happened(update("u1").claiming(dayless).reported(), "2026-02-12"))
                .hasMessageContaining("no day");
    }

    private void happened(CommitmentEvents event, String day) {
        card = CardFold.apply(card, event, noonOf(day));
    }

    private Milestone it() {
        return card.milestones().getFirst();
    }

    private static Span span(String from, @Nullable String until) {
        return new Span(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
