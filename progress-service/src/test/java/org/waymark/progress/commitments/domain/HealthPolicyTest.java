package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.CancelMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyMilestone;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Health.State;
import org.waymark.progress.commitments.domain.Indicator.Baseline;
import org.waymark.progress.commitments.domain.Indicator.Period;

class HealthPolicyTest {

    private static final Instant NOW = noonOf("2026-10-02");

    @Nested
    class SelfAssessmentIs {

        private final HealthPolicy policy = new HealthPolicy.SelfAssessment();

        @ParameterizedTest
        @CsvSource({"ON_TRACK, ON_TRACK", "AT_RISK, AT_RISK", "OFF_TRACK, OFF_TRACK"})
        void what_the_partner_says(Assessment said, State state) {
            Commitment standing = reported(aCommitment().standing(), aReport().assessing(said));

            assertThat(policy.judge(standing, day("2026-10-02"), HealthRules.DEFAULT))
                    .isEqualTo(state);
        }

        @Test
        void unknown_while_the_partner_says_nothing() {
            assertThat(policy.judge(aCommitment().standing(), day("2026-10-02"), HealthRules.DEFAULT))
                    .isEqualTo(State.UNKNOWN);
        }
    }

    @Nested
    class OverdueIs {

        private final Commitment standing = aCommitment().dueOn("2026-10-31").standing();

        @ParameterizedTest
        @CsvSource({"2026-10-31, UNKNOWN", "2026-11-01, AT_RISK", "2027-11-01, AT_RISK"})
        void an_open_milestone_from_the_day_after_it_was_due(String today, State state) {
            assertJudged(Reason.OVERDUE, standing, today, state);
            assertJudged(Reason.OVERDUE, reported(standing, aReport().beginning(milestone(1))), today, state);
        }

        @Test
        void no_milestone_that_is_reached_or_cancelled() {
            Commitment reached = reported(standing, aReport().claiming(milestone(1), "2026-10-01"));
            Commitment cancelled = then(standing, NOW, new CancelMilestone(LEAD, milestone(1), "No funds."));

            assertJudged(Reason.OVERDUE, reached, "2026-11-01", State.UNKNOWN);
            assertJudged(Reason.OVERDUE, cancelled, "2026-11-01", State.UNKNOWN);
        }
    }

    @Nested
    class SlippedIs {

        private final Commitment once =
                rescheduled(aCommitment().dueOn("2026-10-31").standing(), "2026-11-30");
        private final Commitment twice = rescheduled(once, "2026-12-31");

        @Test
        void an_open_milestone_that_was_put_off_more_than_once() {
            assertJudged(Reason.SLIPPED, once, "2026-10-02", State.UNKNOWN);
            assertJudged(Reason.SLIPPED, twice, "2026-10-02", State.AT_RISK);
        }

        @Test
        void also_one_that_was_pulled_ahead_again() {
            assertJudged(Reason.SLIPPED, rescheduled(twice, "2026-10-31"), "2026-10-02", State.AT_RISK);
            assertJudged(
                    Reason.SLIPPED,
                    rescheduled(rescheduled(once, "2026-10-31"), "2026-10-15"),
                    "2026-10-02",
                    State.UNKNOWN);
        }

        @Test
        void no_milestone_that_is_reached() {
            assertJudged(
                    Reason.SLIPPED,
                    reported(twice, aReport().claiming(milestone(1), "2026-10-01")),
                    "2026-10-02",
                    State.UNKNOWN);
        }

        private Commitment rescheduled(Commitment before, String due) {
            return then(before, NOW, new ReviseMilestone(LEAD, milestone(1), null, null, day(due), "It takes longer."));
        }
    }

    @Nested
    class SilentIs {

        @ParameterizedTest
        @CsvSource({"2026-12-29, UNKNOWN", "2026-12-30, AT_RISK"})
        void whoever_was_not_heard_for_ninety_days_since_submitting(String today, State state) {
            assertJudged(Reason.SILENT, aCommitment().standing(), today, state);
        }

        @ParameterizedTest
        @CsvSource({"2027-01-29, UNKNOWN", "2027-01-30, AT_RISK"})
        void whoever_was_not_heard_for_ninety_days_since_reporting(String today, State state) {
            Commitment standing = then(
                    aCommitment().standing(),
                    noonOf("2026-11-01"),
                    new ReportProgress(update(1), IOM, aReport().report(), null));

            assertJudged(Reason.SILENT, standing, today, state);
        }

        @Test
        void reckoned_from_when_it_was_said_and_not_from_the_day_it_speaks_of() {
            Commitment standing = reported(aCommitment().standing(), aReport().speakingOf("2026-01-01"));

            assertJudged(Reason.SILENT, standing, "2026-12-30", State.UNKNOWN);
            assertJudged(Reason.SILENT, standing, "2026-12-31", State.AT_RISK);
        }

        @ParameterizedTest
        @CsvSource({"Pacific/Kiritimati, 2026-12-31", "America/El_Salvador, 2026-12-30", "Z, 2026-12-30"})
        void reckoned_in_the_days_of_its_home(String zone, String silentFrom) {
            Commitment standing = aCommitment().atHomeIn(zone).standing();

            assertJudged(Reason.SILENT, standing, day(silentFrom).minusDays(1).toString(), State.UNKNOWN);
            assertJudged(Reason.SILENT, standing, silentFrom, State.AT_RISK);
        }

        @Test
        void as_long_as_is_set() {
            HealthRules week = new HealthRules(7, new BigDecimal("0.2"));
            HealthPolicy policy = new HealthPolicy.Silence();

            assertThat(policy.judge(aCommitment().standing(), day("2026-10-07"), week))
                    .isEqualTo(State.UNKNOWN);
            assertThat(policy.judge(aCommitment().standing(), day("2026-10-08"), week))
                    .isEqualTo(State.AT_RISK);
        }
    }

    /** A period of a hundred days, the last of them the tenth of April. */
    @Nested
    class BehindPaceIs {

        /** From 0 to 100, so that a tenth of the way is a value of 10; twenty days of grace. */
        @ParameterizedTest
        @CsvSource(textBlock = """
                0,    2026-01-21, UNKNOWN
                0,    2026-01-22, AT_RISK
                10,   2026-01-31, UNKNOWN
                10,   2026-02-01, AT_RISK
                10.5, 2026-01-31, UNKNOWN
                10.5, 2026-02-01, AT_RISK
                79,   2026-04-10, UNKNOWN
                79,   2026-04-11, AT_RISK
                80,   2026-04-11, UNKNOWN
                80,   2027-01-01, UNKNOWN
                100,  2027-01-01, UNKNOWN
                120,  2027-01-01, UNKNOWN
                -50,  2026-01-02, AT_RISK
                """)
        void a_value_too_far_below_the_straight_line(String actual, String today, State state) {
            Commitment standing = measured(Measure.UNIT, true, null, "100", actual);

            assertJudged(Reason.BEHIND_PACE, standing, today, state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                50,   2026-01-21, UNKNOWN
                50,   2026-01-22, AT_RISK
                55,   2026-01-31, UNKNOWN
                55,   2026-02-01, AT_RISK
                """)
        void reckoned_from_the_baseline(String actual, String today, State state) {
            Commitment standing = measured(Measure.PERCENTAGE, true, "50", "100", actual);

            assertJudged(Reason.BEHIND_PACE, standing, today, state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                80,   2026-01-21, UNKNOWN
                80,   2026-01-22, AT_RISK
                72,   2026-02-10, UNKNOWN
                72,   2026-02-11, AT_RISK
                48,   2026-04-11, UNKNOWN
                40,   2027-01-01, UNKNOWN
                90,   2026-01-22, AT_RISK
                """)
        void a_value_too_far_above_the_line_where_less_is_better(String actual, String today, State state) {
            Commitment standing = measured(Measure.UNIT, false, "80", "40", actual);

            assertJudged(Reason.BEHIND_PACE, standing, today, state);
        }

        @Test
        void nothing_without_a_target_an_actual_a_number_or_a_way_to_go() {
            assertThat(List.of(
                            measured(Measure.UNIT, true, null, null, "0"),
                            measured(Measure.UNIT, true, null, "100", null),
                            measured(Measure.ORDINAL, true, "0", "100", "0"),
                            measured(Measure.UNIT, true, "100", "100", "0"),
                            measured(Measure.UNIT, false, null, "100", "0")))
                    .allSatisfy(standing -> assertJudged(Reason.BEHIND_PACE, standing, "2027-01-01", State.UNKNOWN));
        }

        @Test
        void nothing_where_words_are_said_of_a_number() {
            Period wordy = Period.known(
                    period(1), day("2026-01-01"), day("2026-04-10"), number("100"), words("some"), Disaggregation.NONE);
            Commitment standing = aCommitment()
                    .measuring("People", Measure.UNIT, true, null, wordy)
                    .standing();

            assertJudged(Reason.BEHIND_PACE, standing, "2027-01-01", State.UNKNOWN);
        }

        @Test
        void only_the_latest_period_that_has_begun() {
            Period late = aPeriod(1, "2026-01-01", "2026-04-10", "0");
            Period next = aPeriod(2, "2026-05-01", "2026-08-08", "100");
            Commitment standing = aCommitment()
                    .measuring("People", Measure.UNIT, true, null, next, late)
                    .standing();

            assertJudged(Reason.BEHIND_PACE, standing, "2025-12-31", State.UNKNOWN);
            assertJudged(Reason.BEHIND_PACE, standing, "2026-04-30", State.AT_RISK);
            assertJudged(Reason.BEHIND_PACE, standing, "2026-05-01", State.UNKNOWN);
        }

        @Test
        void of_periods_that_begin_together_the_one_that_ends_last() {
            Period quarter = aPeriod(1, "2026-01-01", "2026-03-31", "100");
            Period year = aPeriod(2, "2026-01-01", "2026-12-31", "0");
            Commitment standing = aCommitment()
                    .measuring("People", Measure.UNIT, true, null, year, quarter)
                    .standing();

            assertJudged(Reason.BEHIND_PACE, standing, "2026-03-31", State.AT_RISK);
        }

        @Test
        void as_much_as_is_tolerated() {
            HealthRules strict = new HealthRules(90, BigDecimal.ZERO);
            HealthPolicy policy = new HealthPolicy.LinearPace();
            Commitment standing = measured(Measure.UNIT, true, null, "100", "10");

            assertThat(policy.judge(standing, day("2026-01-11"), strict)).isEqualTo(State.UNKNOWN);
            assertThat(policy.judge(standing, day("2026-01-12"), strict)).isEqualTo(State.AT_RISK);
        }

        private static Commitment measured(
                Measure measure,
                boolean ascending,
                @Nullable String baseline,
                @Nullable String target,
                @Nullable String actual) {
            Period hundredDays = Period.known(
                    period(1),
                    day("2026-01-01"),
                    day("2026-04-10"),
                    target == null ? null : number(target),
                    actual == null ? null : number(actual),
                    Disaggregation.NONE);
            return aCommitment()
                    .measuring(
                            "People",
                            measure,
                            ascending,
                            baseline == null ? null : new Baseline(2025, number(baseline)),
                            hundredDays)
                    .standing();
        }

        private static Period aPeriod(int number, String start, String end, String actual) {
            return Period.known(
                    period(number), day(start), day(end), number("100"), number(actual), Disaggregation.NONE);
        }
    }

    @Nested
    class EvidenceIsMissing {

        private final Commitment bare =
                reported(aCommitment().dueOn("2026-10-31").standing(), aReport().claiming(milestone(1), "2026-10-01"));

        @Test
        void where_a_claim_came_without_any() {
            assertJudged(Reason.EVIDENCE_MISSING, bare, "2026-10-02", State.AT_RISK);
        }

        @Test
        void no_more_once_a_co_chair_has_verified_the_claim() {
            Commitment verified = then(bare, NOW, new VerifyMilestone(CO_CHAIR, milestone(1)));

            assertJudged(Reason.EVIDENCE_MISSING, verified, "2026-10-02", State.UNKNOWN);
        }

        @Test
        void neither_for_what_is_shown_nor_for_what_is_only_begun() {
            Commitment planned = aCommitment().dueOn("2026-10-31").standing();
            Commitment shown = reported(
                    planned, aReport().claiming(milestone(1), "2026-10-01").showing("https://example.org", "Photo"));
            Commitment begun = reported(planned, aReport().beginning(milestone(1)));

            assertJudged(Reason.EVIDENCE_MISSING, shown, "2026-10-02", State.UNKNOWN);
            assertJudged(Reason.EVIDENCE_MISSING, begun, "2026-10-02", State.UNKNOWN);
        }
    }

    @Nested
    class Together {

        @ParameterizedTest
        @CsvSource(textBlock = """
                ,          2026-10-31, UNKNOWN,
                ON_TRACK,  2026-10-31, ON_TRACK,
                AT_RISK,   2026-10-31, AT_RISK,   SELF_ASSESSMENT
                OFF_TRACK, 2026-10-31, OFF_TRACK, SELF_ASSESSMENT
                ,          2026-11-01, AT_RISK,   OVERDUE
                ON_TRACK,  2026-11-01, AT_RISK,   OVERDUE
                AT_RISK,   2026-11-01, AT_RISK,   SELF_ASSESSMENT OVERDUE
                OFF_TRACK, 2026-11-01, OFF_TRACK, SELF_ASSESSMENT OVERDUE
                OFF_TRACK, 2027-11-01, OFF_TRACK, SELF_ASSESSMENT OVERDUE SILENT
                """)
        void they_are_as_bad_as_the_worst_of_them(
                @Nullable Assessment said, String today, State state, @Nullable String reasons) {
            Commitment standing = reported(
                    aCommitment().dueOn("2026-10-31").standing(), aReport().assessing(said));

            Health health = HealthAssessment.of(standing, day(today), HealthRules.DEFAULT);

            assertThat(health.state()).isEqualTo(state);
            assertThat(String.join(
                            " ", health.reasons().stream().map(Enum::name).toList()))
                    .isEqualTo(reasons == null ? "" : reasons);
        }

        @Test
        void there_is_one_policy_for_each_reason() {
            assertThat(HealthPolicy.ALL).extracting(HealthPolicy::reason).containsExactly(Reason.values());
        }

        @ParameterizedTest
        @EnumSource
        void they_say_nothing_of_time_while_nothing_is_expected(Status status) {
            Commitment standing = aCommitment().that(status).dueOn("2026-10-02").standing();

            Health later = HealthAssessment.of(standing, day("2027-11-01"), HealthRules.DEFAULT);

            assertThat(later.reasons().isEmpty())
                    .isEqualTo(
                            switch (status) {
                                case SUBMITTED, ENDORSED, IN_IMPLEMENTATION -> false;
                                case COMPLETED, WITHDRAWN, SUSPENDED -> true;
                            });
        }

        @Test
        void their_measures_make_sense() {
            assertThatThrownBy(() -> new HealthRules(0, BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new HealthRules(90, new BigDecimal("-0.1")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new HealthRules(90, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** By its policy, and as a reason of the health as a whole. */
    private static void assertJudged(Reason reason, Commitment standing, String today, State state) {
        HealthPolicy policy = HealthPolicy.ALL.stream()
                .filter(one -> one.reason() == reason)
                .findFirst()
                .orElseThrow();
        assertThat(policy.judge(standing, day(today), HealthRules.DEFAULT)).isEqualTo(state);
        assertThat(HealthAssessment.of(standing, day(today), HealthRules.DEFAULT)
                        .has(reason))
                .isEqualTo(state == State.AT_RISK);
    }

    private static Commitment reported(Commitment before, ReportFixture report) {
        return then(before, NOW, new ReportProgress(update(1), IOM, report.report(), null));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
