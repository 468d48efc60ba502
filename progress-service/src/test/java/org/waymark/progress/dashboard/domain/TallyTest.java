package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.dashboard.domain.CardFixture.ON_TRACK;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;
import static org.waymark.progress.dashboard.domain.EventFixture.added;
import static org.waymark.progress.dashboard.domain.EventFixture.overdue;
import static org.waymark.progress.dashboard.domain.EventFixture.rescheduled;
import static org.waymark.progress.dashboard.domain.EventFixture.update;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final List<Tally> tallies = new ArrayList<>();
    private @Nullable Card card;

    @Test
    void a_commitment_counts_under_each_of_its_keys_from_the_day_it_was_recorded() {
        submitted(
                aCard().of("iom", "g1", "country", "SLV", "HND", "SLV")
                        .inWorkstream("Fair recruitment")
                        .inRegions("013")
                        .towards("8.7", "10.7"),
                "2026-01-10");

        for (Tally.Key key : List.of(
                Tally.Key.ALLIANCE,
                new Tally.Key("partner", "iom"),
                new Tally.Key("group", "g1"),
                new Tally.Key("level", "country"),
                new Tally.Key("country", "SLV"),
                new Tally.Key("country", "HND"),
                new Tally.Key("region", "013"),
                new Tally.Key("sdgTarget", "8.7"),
                new Tally.Key("sdgTarget", "10.7"),
                new Tally.Key("workstream", "Fair recruitment"))) {
            assertThat(total(key, "2026-01-09", "2026-02-01")).isEmpty();
            assertThat(total(key, "2026-01-10", "2026-01-09")).isEmpty();
            assertThat(total(key, "2026-01-10", "2026-01-10"))
                    .containsOnly(
                            Map.entry("commitments", 1L),
                            Map.entry("byStatus submitted", 1L),
                            Map.entry("byHealth unknown", 1L),
                            Map.entry("freshness never", 1L));
        }
        assertThat(total(new Tally.Key("country", "GTM"), "2026-02-01", "2026-02-01"))
                .isEmpty();
        assertThat(total(new Tally.Key("region", "419"), "2026-02-01", "2026-02-01"))
                .isEmpty();
    }

    @Test
    void a_supporting_partner_is_not_counted_so_that_partners_add_up() {
        submitted(aCard(), "2026-01-10");

        assertThat(total(new Tally.Key("partner", "unicef"), "2026-02-01", "2026-02-01"))
                .isEmpty();
    }

    @Test
    void a_judgement_holds_from_the_day_it_was_recorded() {
        submitted(aCard(), "2026-01-10");
        happened(update("u1").leaving(ON_TRACK).reported(), "2026-01-20");

        assertThat(alliance("2026-01-19", "2026-02-01")).containsEntry("byHealth unknown", 1L);
        assertThat(alliance("2026-01-20", "2026-02-01"))
                .containsEntry("byHealth on-track", 1L)
                .containsEntry("updates", 1L)
                .doesNotContainKey("byHealth unknown");
    }

    @Test
    void a_back_dated_reach_changes_the_days_since_as_they_are_known_now_and_not_as_they_were_known_then() {
        submitted(aCard().milestone("m1", "2026-03-01", 1), "2026-01-10");
        happened(update("u1").claiming(reached("m1", "2026-01-15")).reported(), "2026-01-20");

        assertThat(alliance("2026-01-14", "2026-01-20")).containsEntry("milestones planned", 1L);
        assertThat(alliance("2026-01-15", "2026-01-20"))
                .containsEntry("milestones reached", 1L)
                .doesNotContainKey("milestones planned");
        assertThat(alliance("2026-01-15", "2026-01-19"))
                .containsEntry("milestones planned", 1L)
                .doesNotContainKey("milestones reached");
    }

    @Test
    void a_reach_before_the_submission_counts_from_the_submission() {
        submitted(aCard().milestone("m1", "2026-03-01", 1), "2026-01-10");
        happened(update("u1").claiming(reached("m1", "2026-01-02")).reported(), "2026-01-20");

        assertThat(alliance("2026-01-09", "2026-01-20")).isEmpty();
        assertThat(alliance("2026-01-10", "2026-01-20")).containsEntry("milestones reached", 1L);
    }

    @Test
    void a_milestone_is_overdue_from_the_day_after_it_was_due_until_it_is_reached() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-03");
        happened(update("u1").claiming(reached("m1", "2026-02-05")).reported(), "2026-02-10");

        assertThat(alliance("2026-01-31", "2026-02-10")).doesNotContainKey("milestones overdue");
        assertThat(alliance("2026-02-01", "2026-02-10"))
                .containsEntry("milestones overdue", 1L)
                .containsEntry("milestones planned", 1L);
        assertThat(alliance("2026-02-04", "2026-02-10")).containsEntry("milestones overdue", 1L);
        assertThat(alliance("2026-02-05", "2026-02-10"))
                .containsEntry("milestones reached", 1L)
                .doesNotContainKeys("milestones overdue", "milestones planned");
        assertThat(alliance("2026-02-09", "2026-02-09")).containsEntry("milestones overdue", 1L);
    }

    @Test
    void a_reach_told_late_but_in_time_takes_back_that_it_was_ever_overdue() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-01");
        happened(update("u1").claiming(reached("m1", "2026-01-30")).reported(), "2026-02-10");

        for (String day : List.of("2026-01-30", "2026-02-01", "2026-02-05", "2026-02-10")) {
            assertThat(alliance(day, "2026-02-10"))
                    .containsEntry("milestones reached", 1L)
                    .doesNotContainKeys("milestones overdue", "milestones planned");
        }
        assertThat(alliance("2026-02-05", "2026-02-09"))
                .containsEntry("milestones overdue", 1L)
                .containsEntry("milestones planned", 1L);
    }

    @Test
    void what_is_verified_stays_reached_and_is_verified_from_the_day_that_was_recorded() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(update("u1").claiming(reached("m1", "2026-01-15")).reported(), "2026-01-20");
        happened(update("u1").claiming(reached("m1", "2026-01-15")).verified(), "2026-01-25");

        assertThat(alliance("2026-01-24", "2026-01-25"))
                .containsEntry("milestones reached", 1L)
                .doesNotContainKeys("milestones verified", "updatesVerified");
        assertThat(alliance("2026-01-25", "2026-01-25"))
                .containsEntry("milestones reached", 1L)
                .containsEntry("milestones verified", 1L)
                .containsEntry("updatesVerified", 1L);
    }

    @Test
    void what_was_reached_where_a_day_begins_first_is_verified_no_sooner_than_reached() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(update("u1").claiming(reached("m1", "2026-01-21")).reported(), "2026-01-20");
        happened(update("u1").claiming(reached("m1", "2026-01-21")).verified(), "2026-01-20");

        assertThat(alliance("2026-01-20", "2026-01-20"))
                .containsEntry("milestones planned", 1L)
                .doesNotContainKey("milestones verified");
        assertThat(alliance("2026-01-21", "2026-01-20")).containsEntry("milestones verified", 1L);
    }

    @Test
    void a_claim_that_is_taken_back_never_was_as_known_since_and_was_as_known_before() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-01");
        happened(update("u1").claiming(reached("m1", "2026-02-03")).reported(), "2026-02-05");
        happened(update("u1").takingBack("m1").again(2), "2026-02-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-10");

        for (String day : List.of("2026-02-01", "2026-02-03", "2026-02-10", "2026-03-01")) {
            assertThat(alliance(day, "2026-02-10"))
                    .containsEntry("milestones planned", 1L)
                    .containsEntry("milestones overdue", 1L)
                    .doesNotContainKey("milestones reached");
        }
        assertThat(alliance("2026-02-03", "2026-02-09"))
                .containsEntry("milestones reached", 1L)
                .doesNotContainKeys("milestones planned", "milestones overdue");
    }

    @Test
    void what_is_missed_or_cancelled_is_open_until_the_day_that_was_recorded() {
        submitted(aCard().milestone("m1", "2026-01-31", 1).milestone("m2", "2026-06-30", 1), "2026-01-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-01");
        happened(new CommitmentEvents.MilestoneMissed("m1", UNKNOWN), "2026-02-05");
        happened(new CommitmentEvents.MilestoneCancelled("m2", UNKNOWN), "2026-02-06");

        assertThat(alliance("2026-02-04", "2026-02-06"))
                .containsEntry("milestones planned", 2L)
                .containsEntry("milestones overdue", 1L);
        assertThat(alliance("2026-02-06", "2026-02-06"))
                .containsEntry("milestones missed", 1L)
                .containsEntry("milestones cancelled", 1L)
                .doesNotContainKeys("milestones planned", "milestones overdue", "milestones reached");
    }

    @Test
    void a_slip_ends_being_overdue_and_is_counted_with_its_days_from_the_day_it_was_recorded() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-01");
        happened(rescheduled("m1", "2026-01-31", "2026-02-28"), "2026-02-10");
        happened(overdue("m1", "2026-02-28"), "2026-03-01");

        assertThat(alliance("2026-02-09", "2026-03-01"))
                .containsEntry("milestones overdue", 1L)
                .doesNotContainKeys("milestones slips", "milestones slippedDays");
        assertThat(alliance("2026-02-10", "2026-03-01"))
                .containsEntry("milestones slips", 1L)
                .containsEntry("milestones slippedDays", 28L)
                .containsEntry("milestones planned", 1L)
                .doesNotContainKey("milestones overdue");
        assertThat(alliance("2026-03-01", "2026-03-01")).containsEntry("milestones overdue", 1L);
    }

    @Test
    void a_milestone_added_later_counts_from_then_on_and_no_claim_reaches_back_before() {
        submitted(aCard().milestone("m1", "2026-06-30", 1), "2026-01-10");
        happened(added("m2", "2026-06-30"), "2026-02-01");
        happened(update("u1").claiming(reached("m2", "2026-01-15")).reported(), "2026-02-05");

        assertThat(alliance("2026-01-31", "2026-02-05"))
                .containsEntry("milestones planned", 1L)
                .doesNotContainKey("milestones reached");
        assertThat(alliance("2026-02-01", "2026-02-05"))
                .containsEntry("milestones planned", 1L)
                .containsEntry("milestones reached", 1L);
    }

    @Test
    void an_update_submitted_again_is_counted_once() {
        submitted(aCard(), "2026-01-10");
        happened(update("u1").reported(), "2026-01-20");
        happened(update("u1").returned(), "2026-01-21");
        happened(update("u1").again(2), "2026-01-22");

        assertThat(alliance("2026-02-01", "2026-02-01")).containsEntry("updates", 1L);
    }

    @Test
    void nothing_is_written_where_nothing_counted_changes() {
        submitted(aCard(), "2026-01-10");
        int before = tallies.size();

        happened(
                new CommitmentEvents.Revised("Safe corridors", LocalDate.of(2026, 1, 5), null, null, null),
                "2026-01-20");

        assertThat(tallies).hasSize(before);
    }

    private void submitted(CardFixture fixture, String day) {
        happened(fixture.event(), day);
    }

    private void happened(CommitmentEvents event, String day) {
        Card after = CardFold.apply(card, event, noonOf(day));
        tallies.addAll(Tally.of(card, after));
        card = after;
    }

    private Map<String, Long> alliance(String asOf, String knownAt) {
        return total(Tally.Key.ALLIANCE, asOf, knownAt);
    }

    private Map<String, Long> total(Tally.Key key, String asOf, String knownAt) {
        return total(tallies, key, LocalDate.parse(asOf), LocalDate.parse(knownAt));
    }

    /** Summed as the store does it; measures that come to nothing are left out. */
    static Map<String, Long> total(List<Tally> tallies, Tally.Key key, LocalDate asOf, LocalDate knownAt) {
        Map<String, Long> total = new HashMap<>();
        for (Tally tally : tallies) {
            if (tally.key().equals(key)
                    && !tally.effective().isAfter(asOf)
                    && !tally.recorded().isAfter(knownAt)) {
                tally.changes().forEach((measure, by) -> total.merge(measure, by, Long::sum));
            }
        }
        total.values().removeIf(sum -> sum == 0);
        return total;
    }
}
