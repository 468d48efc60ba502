package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.fold;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.OverrideHealth;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSilent;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthChanged;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Health.State;
import org.waymark.progress.commitments.domain.Indicator.Period;
import org.waymark.progress.commitments.domain.LifeCycle.Step;

class TimekeepingTest {

    private static final Instant SUBMITTED = noonOf("2026-10-01");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant SILENT = Instant.parse("2026-12-30T00:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 10, 31);

    @Nested
    class AMilestone {

        private final Commitment commitment =
                aCommitment().dueOn("2026-12-15", DUE.toString()).standing();

        @Test
        void is_in_time_until_the_last_instant_of_its_day() {
            assertThat(next(commitment, SUBMITTED)).contains(MIDNIGHT);
            assertThat(recorded(commitment, MIDNIGHT.minusNanos(1))).isEmpty();
            assertThat(recorded(commitment, MIDNIGHT)).containsExactly(new MilestoneOverdue(milestone(2), DUE, false));
        }

        @Test
        void is_recorded_overdue_once() {
            Commitment after = then(commitment, MIDNIGHT, new RecordTime());

            assertThat(after.health()).isEqualTo(new Health(State.AT_RISK, List.of(Reason.OVERDUE), null));
            assertThat(recorded(after, MIDNIGHT)).isEmpty();
            assertThat(next(after, MIDNIGHT)).contains(Instant.parse("2026-12-16T00:00:00Z"));
        }

        @Test
        void is_recorded_overdue_though_something_else_said_so_first() {
            Commitment revised =
                    then(commitment, MIDNIGHT, new ReviseCommitment(LEAD, "Another", null, null, null, null, null));

            assertThat(revised.health().has(Reason.OVERDUE)).isTrue();
            assertThat(next(revised, MIDNIGHT)).contains(MIDNIGHT);
            assertThat(recorded(revised, MIDNIGHT)).containsExactly(new MilestoneOverdue(milestone(2), DUE, false));
        }

        @Test
        void is_never_overdue_once_it_is_reached() {
            Commitment reached = then(
                    commitment,
                    noonOf("2026-10-30"),
                    new ReportProgress(
                            update(1),
                            IOM,
                            aReport().claiming(milestone(2), "2026-10-30").report(),
                            null));

            assertThat(recorded(reached, MIDNIGHT)).isEmpty();
            assertThat(next(reached, MIDNIGHT)).contains(Instant.parse("2026-12-16T00:00:00Z"));
        }

        @Test
        void that_is_claimed_no_more_is_recorded_overdue_anew() {
            Commitment late = then(commitment, MIDNIGHT, new RecordTime());
            Commitment claimed = then(
                    late,
                    MIDNIGHT,
                    new ReportProgress(
                            update(1),
                            IOM,
                            aReport().claiming(milestone(2), "2026-10-30").report(),
                            null));
            Commitment retracted = then(
                    claimed,
                    MIDNIGHT,
                    new ReportProgress(update(2), IOM, aReport().report(), update(1)));

            assertThat(recorded(retracted, MIDNIGHT)).containsExactly(new MilestoneOverdue(milestone(2), DUE, false));
        }

        @Test
        void that_was_overdue_when_it_was_submitted_is_old_news() {
            Commitment late = aCommitment().dueOn("2026-09-30", "2026-10-01").standing();

            assertThat(recorded(late, noonOf("2026-10-02")))
                    .containsExactly(
                            new MilestoneOverdue(milestone(1), LocalDate.of(2026, 9, 30), true),
                            new MilestoneOverdue(milestone(2), LocalDate.of(2026, 10, 1), false));
            assertThat(next(late, SUBMITTED)).contains(SUBMITTED);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                Z,                   2026-11-01T00:00:00Z
                Pacific/Kiritimati,  2026-10-31T10:00:00Z
                America/El_Salvador, 2026-11-01T06:00:00Z
                Pacific/Pago_Pago,   2026-11-01T11:00:00Z
                Asia/Kathmandu,      2026-10-31T18:15:00Z
                """)
        void is_overdue_from_the_next_day_at_home(String zone, Instant turn) {
            Commitment abroad =
                    aCommitment().atHomeIn(zone).dueOn(DUE.toString()).standing();

            assertThat(next(abroad, SUBMITTED)).contains(turn);
            assertThat(recorded(abroad, turn.minusNanos(1))).isEmpty();
            assertThat(recorded(abroad, turn)).containsExactly(new MilestoneOverdue(milestone(1), DUE, false));
        }

        @Test
        void is_overdue_from_the_first_instant_of_a_day_that_has_no_midnight() {
            // clocks in Beirut went from 23:59:59 to 01:00 at the end of 27 March 2027
            Commitment abroad =
                    aCommitment().atHomeIn("Asia/Beirut").dueOn("2027-03-27").standing();
            Commitment silent = then(abroad, SILENT, new RecordTime());

            assertThat(next(silent, SILENT)).contains(Instant.parse("2027-03-27T22:00:00Z"));
            assertThat(recorded(silent, Instant.parse("2027-03-27T22:00:00Z"))).hasSize(1);
            assertThat(recorded(silent, Instant.parse("2027-03-27T21:59:59Z"))).isEmpty();
        }

        @Test
        void of_a_commitment_that_moves_west_is_not_recorded_overdue_twice() {
            Commitment east = aCommitment()
                    .atHomeIn("Pacific/Kiritimati")
                    .dueOn(DUE.toString())
                    .standing();
            Instant turn = Instant.parse("2026-10-31T10:00:00Z");
            Commitment late = then(east, turn, new RecordTime());

            Commitment west = then(
                    late,
                    turn,
                    new ReviseCommitment(LEAD, null, null, null, null, null, ZoneId.of("America/El_Salvador")));

            assertThat(west.health().has(Reason.OVERDUE)).isFalse();
            assertThat(recorded(west, Instant.parse("2026-11-01T06:00:00Z"))).containsExactly(new HealthChanged());
        }
    }

    @Nested
    class Silence {

        private final Commitment commitment = aCommitment().standing();

        @Test
        void is_recorded_once_on_the_ninetieth_day() {
            Commitment after = then(commitment, SILENT, new RecordTime());

            assertThat(next(commitment, SUBMITTED)).contains(SILENT);
            assertThat(recorded(commitment, SILENT.minusNanos(1))).isEmpty();
            assertThat(recorded(commitment, SILENT)).containsExactly(new CommitmentSilent(LocalDate.of(2026, 10, 1)));
            assertThat(after.health()).isEqualTo(new Health(State.AT_RISK, List.of(Reason.SILENT), null));
            assertThat(recorded(after, noonOf("2027-10-01"))).isEmpty();
            assertThat(next(after, SILENT)).isEmpty();
        }

        @Test
        void is_recorded_again_after_somebody_was_heard() {
            Commitment silent = then(commitment, SILENT, new RecordTime());

            Commitment heard = then(
                    silent,
                    noonOf("2027-01-01"),
                    new ReportProgress(update(1), IOM, aReport().report(), null));

            assertThat(heard.health()).isEqualTo(Health.UNKNOWN);
            assertThat(next(heard, noonOf("2027-01-01"))).contains(Instant.parse("2027-04-01T00:00:00Z"));
            assertThat(recorded(heard, noonOf("2027-04-01")))
                    .containsExactly(new CommitmentSilent(LocalDate.of(2027, 1, 1)));
        }

        @Test
        void is_recorded_though_something_else_happens_on_its_day_first() {
            Commitment revised =
                    then(commitment, SILENT, new ReviseCommitment(LEAD, "Another", null, null, null, null, null));

            assertThat(next(revised, SILENT)).contains(SILENT);
            assertThat(recorded(revised, SILENT)).containsExactly(new CommitmentSilent(LocalDate.of(2026, 10, 1)));
            assertThat(then(revised, SILENT, new RecordTime()).health().has(Reason.SILENT))
                    .isTrue();
        }

        @Test
        void that_passed_while_it_was_suspended_is_recorded_when_it_is_resumed() {
            Commitment suspended =
                    then(commitment, noonOf("2026-10-02"), new ChangeStatus(LEAD, Step.SUSPEND, "Floods."));
            Instant later = noonOf("2027-06-01");

            Commitment resumed = then(suspended, later, new ChangeStatus(LEAD, Step.RESUME, null));

            assertThat(next(suspended, SUBMITTED)).isEmpty();
            assertThat(recorded(resumed, later)).containsExactly(new CommitmentSilent(LocalDate.of(2026, 10, 1)));
            assertThat(recorded(then(resumed, later, new RecordTime()), later)).isEmpty();
        }

        @Test
        void stays_with_the_health_whatever_else_happens() {
            Commitment silent = then(commitment, SILENT, new RecordTime());

            Commitment overridden = then(
                    silent,
                    SILENT,
                    new OverrideHealth(CO_CHAIR, State.ON_TRACK, LocalDate.of(2027, 1, 31), "Seen on site."));

            assertThat(overridden.health().reasons()).containsExactly(Reason.SILENT);
            assertThat(recorded(overridden, SILENT)).isEmpty();
        }
    }

    @Nested
    class Pace {

        /** Behind its pace from 22 January 2027 on. */
        private final Commitment commitment = aCommitment()
                .submittedAt(noonOf("2027-01-01"))
                .measuring("People", Measure.UNIT, true, null, hundredDays(1, "2027-01-01", "0"))
                .standing();

        @Test
        void that_is_lost_is_recorded_once_as_a_change_of_health() {
            Instant turn = Instant.parse("2027-01-22T00:00:00Z");
            Commitment after = then(commitment, turn, new RecordTime());

            assertThat(next(commitment, noonOf("2027-01-01"))).contains(turn);
            assertThat(recorded(commitment, turn.minusNanos(1))).isEmpty();
            assertThat(recorded(commitment, turn)).containsExactly(new HealthChanged());
            assertThat(after.health()).isEqualTo(new Health(State.AT_RISK, List.of(Reason.BEHIND_PACE), null));
            assertThat(recorded(after, turn)).isEmpty();
        }

        @Test
        void that_another_period_brings_back_is_recorded_too() {
            Commitment twoPeriods = aCommitment()
                    .submittedAt(noonOf("2027-01-01"))
                    .measuring(
                            "People",
                            Measure.UNIT,
                            true,
                            null,
                            hundredDays(1, "2027-01-01", "0"),
                            hundredDays(2, "2027-02-01", "50"))
                    .standing();
            Commitment behind = then(twoPeriods, noonOf("2027-01-22"), new RecordTime());

            assertThat(next(behind, noonOf("2027-01-22"))).contains(Instant.parse("2027-02-01T00:00:00Z"));
            assertThat(recorded(behind, noonOf("2027-02-01"))).containsExactly(new HealthChanged());
        }

        @Test
        void of_a_period_that_has_not_begun_waits_for_it() {
            Commitment ahead = aCommitment()
                    .submittedAt(noonOf("2026-12-01"))
                    .measuring("People", Measure.UNIT, true, null, hundredDays(1, "2027-01-01", "0"))
                    .standing();

            assertThat(next(ahead, noonOf("2026-12-01"))).contains(Instant.parse("2027-01-22T00:00:00Z"));
        }
    }

    @Nested
    class AnAbsence {

        private final Commitment commitment = aCommitment()
                .dueOn("2026-12-15", DUE.toString())
                .measuring("People", Measure.UNIT, true, null, hundredDays(1, "2026-10-01", "0"))
                .standing();
        private final Instant back = noonOf("2027-03-01");

        @Test
        void is_made_up_for_at_once_and_once() {
            List<CommitmentEvent> events = recorded(commitment, back);
            Commitment after = fold(commitment, back, events);

            assertThat(events)
                    .containsExactly(
                            new MilestoneOverdue(milestone(1), LocalDate.of(2026, 12, 15), false),
                            new MilestoneOverdue(milestone(2), DUE, false),
                            new CommitmentSilent(LocalDate.of(2026, 10, 1)));
            assertThat(after.health().reasons()).containsExactly(Reason.OVERDUE, Reason.SILENT, Reason.BEHIND_PACE);
            assertThat(recorded(after, back)).isEmpty();
            assertThat(next(after, back)).isEmpty();
        }

        @Test
        void is_due_to_be_made_up_for_right_away() {
            assertThat(next(commitment, back)).contains(back);
        }

        @Test
        void comes_to_the_same_health_as_having_been_there() {
            Commitment there = commitment;
            for (Instant at = SUBMITTED; at.isBefore(back); ) {
                there = then(there, at, new RecordTime());
                at = next(there, at).orElse(back);
            }

            assertThat(then(commitment, back, new RecordTime()).health())
                    .isEqualTo(then(there, back, new RecordTime()).health());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "WITHDRAWN", "SUSPENDED"})
    void time_says_nothing_of_a_commitment_of_which_nothing_is_expected(Status status) {
        Commitment standing = aCommitment().that(status).dueOn(DUE.toString()).standing();

        assertThat(next(standing, SUBMITTED)).isEmpty();
        assertThat(recorded(standing, noonOf("2027-10-01"))).isEmpty();
    }

    @Test
    void what_time_had_said_falls_away_once_nothing_is_expected() {
        Commitment late = then(aCommitment().dueOn(DUE.toString()).standing(), MIDNIGHT, new RecordTime());

        Commitment suspended = then(late, MIDNIGHT, new ChangeStatus(LEAD, Step.SUSPEND, "Floods."));

        assertThat(suspended.health()).isEqualTo(Health.UNKNOWN);
        assertThat(next(suspended, MIDNIGHT)).isEmpty();
    }

    private static Period hundredDays(int number, String from, String actual) {
        LocalDate start = LocalDate.parse(from);
        return Period.known(
                period(number), start, start.plusDays(99), number("100"), number(actual), Disaggregation.NONE);
    }

    private static List<CommitmentEvent> recorded(Commitment standing, Instant now) {
        return Deciding.decide(standing, new RecordTime(), now, HealthRules.DEFAULT);
    }

    private static Optional<Instant> next(Commitment standing, Instant now) {
        return Deciding.nextDue(standing, now, HealthRules.DEFAULT);
    }
}
