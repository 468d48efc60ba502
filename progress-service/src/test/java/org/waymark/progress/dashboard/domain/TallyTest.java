package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.dashboard.domain.CardFixture.ON_TRACK;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.anUpdate;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.CardFixture.overdue;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;

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
        submitted(aCard().of("iom", "g1", "country", "SLV", "HND"), "2026-01-10");

        for (Tally.Key key : List.of(
                Tally.Key.ALLIANCE,
                new Tally.Key("partner", "iom"),
                new Tally.Key("group", "g1"),
                new Tally.Key("level", "country"),
                new Tally.Key("country", "SLV"),
                new Tally.Key("country", "HND"))) {
            assertThat(total(key, "2026-01-09", "2026-02-01")).isEmpty();
            assertThat(total(key, "2026-01-10", "2026-01-09")).isEmpty();
            assertThat(total(key, "2026-01-10", "2026-01-10"))
                    .containsOnly(
                            Map.entry("commitments", 1L),
                            Map.entry("status submitted", 1L),
                            Map.entry("health unknown", 1L));
        }
        assertThat(total(new Tally.Key("country", "GTM"), "2026-02-01", "2026-02-01"))
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
        happened(anUpdate(ON_TRACK), "2026-01-20");

        assertThat(alliance("2026-01-19", "2026-02-01")).containsEntry("health unknown", 1L);
        assertThat(alliance("2026-01-20", "2026-02-01"))
                .containsEntry("health on-track", 1L)
                .containsEntry("updates", 1L)
                .doesNotContainKey("health unknown");
    }

    @Test
    void a_back_dated_reach_changes_the_days_since_as_they_are_known_now_and_not_as_they_were_known_then() {
        submitted(aCard().milestone("m1", "2026-03-01", 1), "2026-01-10");
        happened(anUpdate(UNKNOWN, reached("m1", "2026-01-15")), "2026-01-20");

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
        happened(anUpdate(UNKNOWN, reached("m1", "2026-01-02")), "2026-01-20");

        assertThat(alliance("2026-01-09", "2026-01-20")).isEmpty();
        assertThat(alliance("2026-01-10", "2026-01-20")).containsEntry("milestones reached", 1L);
    }

    @Test
    void a_milestone_is_overdue_from_the_day_after_it_was_due_until_it_is_reached() {
        submitted(aCard().milestone("m1", "2026-01-31", 1), "2026-01-10");
        happened(overdue("m1", "2026-01-31"), "2026-02-03");
        happened(anUpdate(UNKNOWN, reached("m1", "2026-02-05")), "2026-02-10");

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
        happened(anUpdate(UNKNOWN, reached("m1", "2026-01-30")), "2026-02-10");

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
    void nothing_is_written_where_nothing_counted_changes() {
        submitted(aCard(), "2026-01-10");
        int before = tallies.size();

        happened(new CommitmentEvents.Revised("Safe corridors", LocalDate.of(2026, 1, 5), null), "2026-01-20");

        assertThat(tallies).hasSize(before);
    }

    private void submitted(CardFixture fixture, String day) {
        happened(fixture.event(), day);
    }

    private void happened(CommitmentEvents event, String day) {
        Card after = CardFold.apply(card, event, noonOf(day));
        tallies.addAll(Tally.of(card, after, noonOf(day)));
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
