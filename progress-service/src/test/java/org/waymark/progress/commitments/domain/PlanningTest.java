package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.Askers.STRANGE;
import static org.waymark.progress.commitments.domain.Askers.SUPPORTER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.fold;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddIndicator;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddPeriod;
import org.waymark.progress.commitments.domain.CommitmentCommand.CancelMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.MissMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseMilestone;
import org.waymark.progress.commitments.domain.CommitmentEvent.IndicatorAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneCancelled;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneMissed;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.PeriodAdded;
import org.waymark.progress.commitments.domain.Milestone.State;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class PlanningTest {

    private static final Instant NOW = noonOf("2026-11-01");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final String WHY = "The parliament was dissolved.";

    private final Commitment commitment = aCommitment()
            .supportedBy(UNICEF)
            .milestone("Survey", DUE.toString(), 2)
            .measuring("People", Measure.UNIT, true, null, year(1, 2026, null))
            .standing();

    @Test
    void a_milestone_joins_the_plan_at_its_end() {
        Milestone added = aMilestone("2027-03-31");

        assertThat(decided(new AddMilestone(LEAD, added))).containsExactly(new MilestoneAdded(IOM, added));
        assertThat(then(commitment, NOW, new AddMilestone(LEAD, added)).milestones())
                .containsExactly(commitment.milestones().getFirst(), added);
    }

    @Test
    void a_milestone_before_the_start_does_not_join() {
        assertRefused(Kind.INVALID, "due", () -> decided(new AddMilestone(LEAD, aMilestone("2025-12-31"))));
        assertRefused(Kind.INVALID, "due", () -> decided(new AddMilestone(LEAD, aMilestone("2201-01-01"))));
    }

    @Test
    void a_milestone_gets_another_title_or_weight_without_a_reason() {
        assertThat(decided(revising("Great survey", null, null, null)))
                .containsExactly(new MilestoneRevised(IOM, milestone(1), "Great survey", 2));
        assertThat(decided(revising(null, 5, null, null)))
                .containsExactly(new MilestoneRevised(IOM, milestone(1), "Survey", 5));
        assertThat(milestoneAfter(revising("Great survey", 5, null, null)))
                .isEqualTo(new Milestone(milestone(1), "Great survey", DUE, DUE, 5, State.PLANNED, null, false, 0, 0));
    }

    @Test
    void a_milestone_that_is_put_off_keeps_its_first_day_and_counts_the_slip() {
        LocalDate later = DUE.plusDays(30);

        assertThat(decided(revising(null, null, later, WHY)))
                .containsExactly(new MilestoneRescheduled(IOM, milestone(1), DUE, later, WHY));
        assertThat(milestoneAfter(revising(null, null, later, WHY)))
                .isEqualTo(new Milestone(milestone(1), "Survey", DUE, later, 2, State.PLANNED, null, false, 1, 30));
    }

    @Test
    void slips_and_their_days_add_up_and_pulling_ahead_takes_none_back() {
        Commitment putOff = then(commitment, NOW, revising(null, null, DUE.plusDays(30), WHY));
        Commitment pulled = then(putOff, NOW, revising(null, null, DUE.plusDays(10), WHY));
        Commitment again = then(pulled, NOW, revising(null, null, DUE.plusDays(15), WHY));

        assertThat(pulled.milestones().getFirst())
                .isEqualTo(new Milestone(
                        milestone(1), "Survey", DUE, DUE.plusDays(10), 2, State.PLANNED, null, false, 1, 30));
        assertThat(again.milestones().getFirst().slips()).isEqualTo(2);
        assertThat(again.milestones().getFirst().slippedDays()).isEqualTo(35);
        assertThat(again.milestones().getFirst().originalDue()).isEqualTo(DUE);
    }

    @Test
    void a_milestone_is_put_on_another_day_for_a_reason_only() {
        assertRefused(Kind.INVALID, "reason", () -> decided(revising(null, null, DUE.plusDays(1), null)));
        assertRefused(Kind.INVALID, "reason", () -> decided(revising(null, null, DUE.minusDays(1), " ")));
        assertRefused(Kind.INVALID, "due", () -> decided(revising(null, null, LocalDate.of(2025, 12, 31), WHY)));
    }

    @Test
    void a_new_title_and_another_day_are_two_facts() {
        assertThat(decided(revising("Great survey", null, DUE.plusDays(1), WHY)))
                .containsExactly(
                        new MilestoneRevised(IOM, milestone(1), "Great survey", 2),
                        new MilestoneRescheduled(IOM, milestone(1), DUE, DUE.plusDays(1), WHY));
    }

    @Test
    void nothing_is_recorded_where_nothing_changes() {
        assertThat(decided(revising(null, null, null, null))).isEmpty();
        assertThat(decided(revising("Survey", 2, DUE, null))).isEmpty();
    }

    @Test
    void a_milestone_that_was_overdue_and_is_put_off_may_become_overdue_again() {
        Instant late = noonOf("2027-01-02");
        Commitment overdue = then(commitment, late, new RecordTime());

        Commitment putOff = then(overdue, late, revising(null, null, LocalDate.of(2027, 1, 31), WHY));

        assertThat(overdue.milestones().getFirst().overdue()).isTrue();
        assertThat(putOff.milestones().getFirst().overdue()).isFalse();
        assertThat(putOff.health().has(Health.Reason.OVERDUE)).isFalse();
        assertThat(then(putOff, noonOf("2027-02-01"), new RecordTime())
                        .milestones()
                        .getFirst()
                        .overdue())
                .isTrue();
    }

    @Test
    void a_milestone_is_missed_once_its_day_has_gone_by_and_for_a_reason() {
        Instant lastDay = noonOf("2026-12-31");
        Instant dayAfter = noonOf("2027-01-01");
        MissMilestone missing = new MissMilestone(LEAD, milestone(1), WHY);

        assertRefused(Kind.RULE, "not-due-yet", () -> then(commitment, lastDay, missing));
        assertRefused(
                Kind.INVALID, "reason", () -> then(commitment, dayAfter, new MissMilestone(LEAD, milestone(1), " ")));
        List<CommitmentEvent> events = Deciding.decide(commitment, missing, dayAfter, HealthRules.DEFAULT);
        assertThat(events).containsExactly(new MilestoneMissed(IOM, milestone(1), WHY));
        Commitment after = fold(commitment, dayAfter, events);
        assertThat(after.milestones().getFirst().state()).isEqualTo(State.MISSED);
        assertThat(after.health().has(Health.Reason.OVERDUE)).isFalse();
    }

    @Test
    void a_co_chair_may_say_that_a_milestone_was_missed_and_a_supporter_may_not() {
        Instant dayAfter = noonOf("2027-01-01");

        assertThat(then(commitment, dayAfter, new MissMilestone(CO_CHAIR, milestone(1), WHY))
                        .milestones())
                .extracting(Milestone::state)
                .containsExactly(State.MISSED);
        assertRefused(
                Kind.NOT_ALLOWED,
                "forbidden",
                () -> then(commitment, dayAfter, new MissMilestone(SUPPORTER, milestone(1), WHY)));
    }

    @Test
    void a_milestone_is_cancelled_for_a_reason() {
        assertRefused(Kind.INVALID, "reason", () -> decided(new CancelMilestone(LEAD, milestone(1), "")));
        assertThat(decided(new CancelMilestone(LEAD, milestone(1), WHY)))
                .containsExactly(new MilestoneCancelled(IOM, milestone(1), WHY));
        assertThat(milestoneAfter(new CancelMilestone(LEAD, milestone(1), WHY)).state())
                .isEqualTo(State.CANCELLED);
    }

    @Test
    void a_milestone_that_is_no_longer_open_stays_as_it_is() {
        Commitment reached = then(
                commitment,
                NOW,
                new ReportProgress(
                        update(1),
                        IOM,
                        aReport().claiming(milestone(1), "2026-10-30").report(),
                        null));
        Commitment cancelled = then(commitment, NOW, new CancelMilestone(LEAD, milestone(1), WHY));
        Commitment missed = then(commitment, noonOf("2027-01-01"), new MissMilestone(LEAD, milestone(1), WHY));

        assertThat(List.of(reached, cancelled, missed))
                .allSatisfy(settled -> onTheMilestone()
                        .forEach(command -> assertRefused(
                                Kind.RULE, "milestone-closed", () -> then(settled, noonOf("2027-01-01"), command))));
    }

    @Test
    void a_milestone_that_was_begun_is_still_open_to_change() {
        Commitment begun = then(
                commitment,
                NOW,
                new ReportProgress(
                        update(1), IOM, aReport().beginning(milestone(1)).report(), null));

        Commitment putOff = then(begun, NOW, revising(null, null, DUE.plusDays(1), WHY));

        assertThat(putOff.milestones().getFirst().state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void a_milestone_that_is_not_part_of_it_does_not_exist() {
        assertRefused(
                Kind.NOT_YOURS,
                "milestone",
                () -> decided(new ReviseMilestone(LEAD, milestone(9), "Mine", null, null, null)));
        assertRefused(Kind.NOT_YOURS, "milestone", () -> decided(new CancelMilestone(LEAD, milestone(9), WHY)));
        assertRefused(Kind.NOT_YOURS, "milestone", () -> decided(new MissMilestone(LEAD, milestone(9), WHY)));
    }

    @Test
    void an_indicator_joins_with_its_periods() {
        Indicator added = anIndicator(year(2, 2026, number("7")), year(3, 2027, null));

        assertThat(decided(new AddIndicator(LEAD, added))).containsExactly(new IndicatorAdded(IOM, added));
        assertThat(then(commitment, NOW, new AddIndicator(LEAD, added)).indicators())
                .containsExactly(commitment.indicators().getFirst(), added);
    }

    @Test
    void a_period_joins_its_indicator() {
        Indicator.Period added = year(2, 2027, number("7"));

        assertThat(decided(new AddPeriod(LEAD, indicator(1), added)))
                .containsExactly(new PeriodAdded(IOM, indicator(1), added));
        assertThat(then(commitment, NOW, new AddPeriod(LEAD, indicator(1), added))
                        .indicators()
                        .getFirst()
                        .periods())
                .containsExactly(year(1, 2026, null), added);
        assertRefused(Kind.NOT_YOURS, "indicator", () -> decided(new AddPeriod(LEAD, indicator(9), added)));
    }

    @Test
    void a_period_that_ends_before_it_starts_does_not_join() {
        Indicator.Period backwards =
                Indicator.Period.planned(period(2), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31), null);

        assertRefused(Kind.INVALID, "end", () -> decided(new AddPeriod(LEAD, indicator(1), backwards)));
        assertRefused(
                Kind.INVALID,
                "periods[1].end",
                () -> decided(new AddIndicator(LEAD, anIndicator(year(3, 2026, null), backwards))));
    }

    @Test
    void what_is_added_again_under_its_own_id_is_there_already() {
        Milestone milestone = commitment.milestones().getFirst();
        Indicator indicator = commitment.indicators().getFirst();
        Indicator.Period period = indicator.periods().getFirst();

        assertThat(decided(new AddMilestone(LEAD, milestone))).isEmpty();
        assertThat(decided(new AddIndicator(LEAD, indicator))).isEmpty();
        assertThat(decided(new AddPeriod(LEAD, indicator.id(), period))).isEmpty();
    }

    @Test
    void a_plan_has_its_bounds() {
        String[] days = IntStream.range(0, 200).mapToObj(i -> "2027-01-01").toArray(String[]::new);
        CommitmentFixture manyIndicators = aCommitment();
        IntStream.range(0, 500).forEach(i -> manyIndicators.measuring("People", Measure.UNIT, true, null));
        Indicator.Period[] periods =
                IntStream.range(0, 100).mapToObj(i -> year(i, 2026, null)).toArray(Indicator.Period[]::new);
        Commitment manyPeriods = aCommitment()
                .measuring("People", Measure.UNIT, true, null, periods)
                .standing();

        assertRefused(
                Kind.RULE,
                "too-many",
                () -> then(
                        aCommitment().dueOn(days).standing(), NOW, new AddMilestone(LEAD, aMilestone("2027-03-31"))));
        assertRefused(
                Kind.RULE,
                "too-many",
                () -> then(manyIndicators.standing(), NOW, new AddIndicator(LEAD, anIndicator())));
        assertRefused(
                Kind.RULE,
                "too-many",
                () -> then(manyPeriods, NOW, new AddPeriod(LEAD, indicator(1), year(101, 2027, null))));
    }

    @ParameterizedTest
    @MethodSource("everyChangeOfThePlan")
    void is_the_lead_partners_alone(Planned change) {
        assertThat(decided(change.by(LEAD))).hasSize(1);
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(change.by(SUPPORTER)));
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(change.by(CO_CHAIR)));
        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(change.by(STRANGE)));
    }

    @ParameterizedTest
    @EnumSource
    void is_changed_until_the_commitment_is_over(Status status) {
        Commitment standing = aCommitment()
                .that(status)
                .milestone("Survey", DUE.toString(), 2)
                .measuring("People", Measure.UNIT, true, null, year(1, 2026, null))
                .standing();

        everyChangeOfThePlan().map(change -> change.by(LEAD)).forEach(command -> {
            switch (status) {
                case SUBMITTED, ENDORSED, IN_IMPLEMENTATION, SUSPENDED ->
                    assertThat(Deciding.decide(standing, command, NOW, HealthRules.DEFAULT))
                            .hasSize(1);
                case COMPLETED, WITHDRAWN -> assertRefused(Kind.RULE, "over", () -> then(standing, NOW, command));
            }
        });
    }

    @Test
    void nothing_is_missed_any_more_once_the_commitment_is_over() {
        Commitment over =
                aCommitment().that(Status.WITHDRAWN).dueOn("2026-10-30").standing();

        assertRefused(Kind.RULE, "over", () -> then(over, NOW, new MissMilestone(CO_CHAIR, milestone(1), WHY)));
    }

    interface Planned {
        CommitmentCommand by(Asker asker);
    }

    private static Stream<Planned> everyChangeOfThePlan() {
        return Stream.of(
                by -> new AddMilestone(by, aMilestone("2027-03-31")),
                by -> new ReviseMilestone(by, milestone(1), "Great survey", null, null, null),
                by -> new ReviseMilestone(by, milestone(1), null, null, DUE.plusDays(1), WHY),
                by -> new CancelMilestone(by, milestone(1), WHY),
                by -> new AddIndicator(by, anIndicator()),
                by -> new AddPeriod(by, indicator(1), year(2, 2027, null)));
    }

    private static List<CommitmentCommand> onTheMilestone() {
        return List.of(
                revising("Great survey", null, null, null),
                revising(null, null, DUE.plusDays(1), WHY),
                new CancelMilestone(LEAD, milestone(1), WHY),
                new MissMilestone(LEAD, milestone(1), WHY));
    }

    private static ReviseMilestone revising(
            @Nullable String title, @Nullable Integer weight, @Nullable LocalDate due, @Nullable String reason) {
        return new ReviseMilestone(LEAD, milestone(1), title, weight, due, reason);
    }

    private static Milestone aMilestone(String due) {
        return Milestone.planned(milestone(2), "Treaty", LocalDate.parse(due), 1);
    }

    private static Indicator anIndicator(Indicator.Period... periods) {
        return new Indicator(indicator(2), "Visas", Measure.UNIT, true, null, List.of(periods));
    }

    private List<CommitmentEvent> decided(CommitmentCommand command) {
        return Deciding.decide(commitment, command, NOW, HealthRules.DEFAULT);
    }

    private Milestone milestoneAfter(CommitmentCommand command) {
        return then(commitment, NOW, command).milestones().getFirst();
    }
}
