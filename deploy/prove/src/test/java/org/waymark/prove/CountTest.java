package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.prove.HandMade.claim;
import static org.waymark.prove.HandMade.milestone;
import static org.waymark.prove.HandMade.update;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds on one day, by what was known at the end of one. */
class CountTest {

    private static final String EVER = "2099-12-31";

    private final HandMade topic = new HandMade();

    @Test
    void a_claim_counts_from_the_day_it_speaks_of_once_it_is_known() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1), "").claimed("2026-11-05", "m", "2026-10-30");

        assertThat(figure("milestones.reached", "2026-10-29", EVER)).isZero();
        assertThat(figure("milestones.reached", "2026-10-30", EVER)).isEqualTo(1);
        assertThat(figure("milestones.planned", "2026-10-29", EVER)).isEqualTo(1);
        assertThat(figure("milestones.planned", "2026-10-30", EVER)).isZero();
        assertThat(figure("milestones.reached", "2026-10-31", "2026-11-04")).isZero();
        assertThat(figure("milestones.planned", "2026-10-31", "2026-11-04")).isEqualTo(1);
    }

    @Test
    void nothing_counts_before_the_day_of_the_submission() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1), "").claimed("2026-11-05", "m", "2026-03-01");

        assertThat(figure("commitments", "2026-09-30", EVER)).isZero();
        assertThat(figure("milestones.reached", "2026-09-30", EVER)).isZero();
        assertThat(figure("commitments", "2026-10-01", EVER)).isEqualTo(1);
        assertThat(figure("milestones.reached", "2026-10-01", EVER)).isEqualTo(1);
        assertThat(figure("commitments", "2026-10-01", "2026-09-30")).isZero();
    }

    @Test
    void a_milestone_is_never_reached_before_it_was_added() {
        topic.submitted("2026-10-01", "", "")
                .add("2026-11-01", "milestone-added", "{\"milestone\": " + milestone("m", "2026-12-31", 1) + "}")
                .claimed("2026-11-05", "m", "2026-10-15");

        assertThat(figure("milestones.planned", "2026-10-31", EVER)).isZero();
        assertThat(figure("milestones.reached", "2026-10-31", EVER)).isZero();
        assertThat(figure("milestones.reached", "2026-11-01", EVER)).isEqualTo(1);
        assertThat(figure("milestones.planned", "2026-11-01", "2026-11-04")).isEqualTo(1);
    }

    @Test
    void a_claim_taken_back_never_was_as_known_from_then_on() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1), "")
                .claimed("2026-10-10", "m", "2026-10-08")
                .add("2026-10-20", "update-resubmitted", update("", "", 0, """
                        , "effective": "2026-10-10", "revision": 2, "retracted": {"milestones": ["m"], "actuals": []}"""));

        assertThat(figure("milestones.reached", "2026-10-15", EVER)).isZero();
        assertThat(figure("milestones.planned", "2026-10-15", EVER)).isEqualTo(1);
        assertThat(figure("milestones.reached", "2026-10-15", "2026-10-19")).isEqualTo(1);
        assertThat(figure("updates", "2026-10-20", EVER)).isEqualTo(1);
    }

    @Test
    void a_claim_said_again_counts_from_the_day_said_last_and_with_the_evidence_brought_then() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1), "")
                .reported("2026-10-10", claim("m", "2026-10-05"), "", 0, ", \"effective\": \"2026-10-10\"")
                .add("2026-10-20", "update-resubmitted", update(claim("m", "2026-10-08"), "", 2, """
                        , "effective": "2026-10-10", "revision": 2"""));

        assertThat(figure("milestones.reached", "2026-10-07", EVER)).isZero();
        assertThat(figure("milestones.evidenced", "2026-10-08", EVER)).isEqualTo(1);
        assertThat(figure("milestones.reached", "2026-10-07", "2026-10-19")).isEqualTo(1);
        assertThat(figure("milestones.evidenced", "2026-10-19", "2026-10-19")).isZero();
    }

    @Test
    void overdue_until_it_is_put_off_and_again_when_the_new_day_has_gone_by() {
        topic.submitted("2026-10-01", milestone("m", "2026-10-10", 1), "")
                .add("2026-10-11", "milestone-overdue", overdue("2026-10-10"))
                .add("2026-10-15", "milestone-rescheduled", rescheduled("2026-10-10", "2026-10-20"))
                .add("2026-10-21", "milestone-overdue", overdue("2026-10-20"));

        assertThat(figure("milestones.overdue", "2026-10-10", EVER)).isZero();
        assertThat(figure("milestones.overdue", "2026-10-11", EVER)).isEqualTo(1);
        assertThat(figure("milestones.overdue", "2026-10-14", EVER)).isEqualTo(1);
        assertThat(figure("milestones.overdue", "2026-10-15", EVER)).isZero();
        assertThat(figure("milestones.overdue", "2026-10-20", EVER)).isZero();
        assertThat(figure("milestones.overdue", "2026-10-21", EVER)).isEqualTo(1);
        assertThat(figure("milestones.overdue", "2026-10-21", "2026-10-20")).isZero();
        assertThat(figure("milestones.planned", "2026-10-21", EVER)).isEqualTo(1);
        assertThat(figure("milestones.slips", "2026-10-14", EVER)).isZero();
        assertThat(figure("milestones.slips", "2026-10-15", EVER)).isEqualTo(1);
        assertThat(figure("milestones.slippedDays", "2026-10-15", EVER)).isEqualTo(10);
        assertThat(figure("milestones.slipped", "2026-10-15", EVER)).isEqualTo(1);
    }

    @Test
    void a_day_gone_by_before_it_was_known_is_overdue_from_when_it_was_known() {
        topic.submitted("2026-10-01", milestone("m", "2026-09-01", 1), "")
                .add("2026-10-01", "milestone-overdue", overdue("2026-09-01"))
                .add("2026-10-05", "milestone-rescheduled", rescheduled("2026-09-01", "2026-08-01"))
                .add("2026-10-06", "milestone-overdue", overdue("2026-08-01"));

        assertThat(figure("milestones.overdue", "2026-10-01", EVER)).isEqualTo(1);
        assertThat(figure("milestones.overdue", "2026-10-05", EVER)).isEqualTo(1);
        assertThat(figure("milestones.overdue", "2026-10-05", "2026-10-05")).isZero();
        assertThat(figure("milestones.slips", "2026-10-06", EVER)).isZero();
        assertThat(figure("milestones.slippedDays", "2026-10-06", EVER)).isZero();
    }

    @Test
    void put_on_a_day_gone_by_it_is_overdue_from_the_day_that_was_recorded() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1), "")
                .add("2026-10-05", "milestone-rescheduled", rescheduled("2026-12-31", "2026-09-01"))
                .add("2026-10-06", "milestone-overdue", overdue("2026-09-01"));

        assertThat(figure("milestones.overdue", "2026-10-04", EVER)).isZero();
        assertThat(figure("milestones.overdue", "2026-10-05", EVER)).isEqualTo(1);
    }

    @Test
    void a_late_claim_ends_being_overdue_on_the_day_it_speaks_of() {
        topic.submitted("2026-10-01", milestone("m", "2026-10-10", 1), "")
                .add("2026-10-11", "milestone-overdue", overdue("2026-10-10"))
                .claimed("2026-10-20", "m", "2026-10-14");

        assertThat(figure("milestones.overdue", "2026-10-13", EVER)).isEqualTo(1);
        assertThat(figure("milestones.overdue", "2026-10-14", EVER)).isZero();
        assertThat(figure("milestones.overdue", "2026-10-16", "2026-10-19")).isEqualTo(1);
    }

    @Test
    void verified_counts_from_the_later_of_both_days_and_stays_reached() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1) + "," + milestone("n", "2026-12-31", 1), "")
                .claimed("2026-10-10", "m", "2026-10-05")
                .add("2026-10-20", "milestone-verified", "{\"milestoneId\": \"m\"}")
                .claimed("2026-10-21", "n", "2026-10-22")
                .add("2026-10-21", "update-verified", """
                        {"updateId": "u", "revision": 1, "milestones": ["n"], "actuals": []}""");

        assertThat(figure("milestones.verified", "2026-10-19", EVER)).isZero();
        assertThat(figure("milestones.verified", "2026-10-20", EVER)).isEqualTo(1);
        assertThat(figure("milestones.verified", "2026-10-21", EVER)).isEqualTo(1);
        assertThat(figure("milestones.verified", "2026-10-22", EVER)).isEqualTo(2);
        assertThat(figure("milestones.reached", "2026-10-22", EVER)).isEqualTo(2);
        assertThat(figure("updatesVerified", "2026-10-22", EVER)).isEqualTo(1);
    }

    @Test
    void missed_and_cancelled_ones_are_planned_until_that_was_recorded() {
        topic.submitted("2026-10-01", milestone("m", "2026-10-02", 1) + "," + milestone("n", "2026-12-31", 1), "")
                .add("2026-10-10", "milestone-missed", "{\"milestoneId\": \"m\"}")
                .add("2026-10-12", "milestone-cancelled", "{\"milestoneId\": \"n\"}");

        assertThat(figure("milestones.planned", "2026-10-09", EVER)).isEqualTo(2);
        assertThat(figure("milestones.missed", "2026-10-10", EVER)).isEqualTo(1);
        assertThat(figure("milestones.planned", "2026-10-11", EVER)).isEqualTo(1);
        assertThat(figure("milestones.cancelled", "2026-10-12", EVER)).isEqualTo(1);
        assertThat(figure("milestones.planned", "2026-10-12", EVER)).isZero();
        assertThat(figure("milestones.cancelled", "2026-10-12", "2026-10-11")).isZero();
    }

    @Test
    void status_and_health_are_what_was_said_last() {
        topic.submitted("2026-10-01", "", "")
                .add("2026-10-05", "status-changed", """
                        {"from": "submitted", "to": "endorsed", "health": {"status": "at-risk", "reasons": ["silent"]}}""")
                .add("2026-10-06", "revised", """
                        {"title": "Fairer", "start": "2026-01-01"}""");

        assertThat(figure("byStatus.submitted", "2026-10-04", EVER)).isEqualTo(1);
        assertThat(figure("byHealth.unknown", "2026-10-04", EVER)).isEqualTo(1);
        assertThat(figure("byStatus.endorsed", "2026-10-05", EVER)).isEqualTo(1);
        assertThat(figure("byStatus.submitted", "2026-10-05", EVER)).isZero();
        assertThat(figure("byHealth.at-risk", "2026-10-06", EVER)).isEqualTo(1);
        assertThat(figure("byStatus.submitted", "2026-10-06", "2026-10-04")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-09, never",
        "2026-01-10, within30Days",
        "2026-02-08, within30Days",
        "2026-02-09, within90Days",
        "2026-04-09, within90Days",
        "2026-04-10, longer"
    })
    void freshness_turns_after_30_and_after_90_days(String day, String freshness) {
        topic.submitted("2026-01-01", "", "").reported("2026-01-10", "", "");

        for (String each : new String[] {"within30Days", "within90Days", "longer", "never"}) {
            assertThat(figure("freshness." + each, day, EVER)).isEqualTo(each.equals(freshness) ? 1 : 0);
        }
    }

    @Test
    void a_resubmission_is_fresh_and_no_new_update() {
        topic.submitted("2026-01-01", "", "")
                .reported("2026-01-10", "", "")
                .add("2026-06-01", "update-resubmitted", update("", "", 0, ", \"effective\": \"2026-01-10\""));

        assertThat(figure("freshness.within30Days", "2026-06-01", EVER)).isEqualTo(1);
        assertThat(figure("freshness.longer", "2026-06-01", "2026-05-31")).isEqualTo(1);
        assertThat(figure("updates", "2026-06-01", EVER)).isEqualTo(1);
    }

    @Test
    void an_organization_that_reports_twice_is_one() {
        topic.submitted("2026-01-01", "", "")
                .submitted(HandMade.TWO, "2026-01-01", "", "")
                .reported("2026-01-10", "", "")
                .reported("2026-01-11", "", "")
                .add(
                        HandMade.TWO,
                        "2026-01-12",
                        "progress-reported",
                        update("", "", 0, ", \"effective\": \"2026-01-12\""));

        assertThat(figure("updates", "2026-01-12", EVER)).isEqualTo(3);
        assertThat(figure("reportingPartners", "2026-01-12", EVER)).isEqualTo(1);
        assertThat(figure("reportingPartners", "2026-01-09", EVER)).isZero();
    }

    private static String overdue(String due) {
        return """
                {"milestoneId": "m", "due": "%s", "health": {"status": "at-risk", "reasons": ["overdue"]}}""".formatted(due);
    }

    private static String rescheduled(String from, String to) {
        return """
                {"milestoneId": "m", "from": "%s", "to": "%s"}""".formatted(from, to);
    }

    private long figure(String measure, String asOf, String knownAt) {
        Figures all = new Figures();
        topic.histories()
                .values()
                .forEach(history -> Known.of(history, LocalDate.parse(knownAt))
                        .ifPresent(known -> all.add(Count.of(known, LocalDate.parse(asOf)))));
        return all.of(measure);
    }
}
