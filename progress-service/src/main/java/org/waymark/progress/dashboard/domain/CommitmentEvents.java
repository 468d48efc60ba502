package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dashboard reads of the events on waymark.commitments; fields it has no use for are left out. */
public sealed interface CommitmentEvents {

    /** How the commitment does after it; earlier revisions do not say. */
    Card.@Nullable Health health();

    /** What partners and reviewers say of one progress update. */
    sealed interface OfUpdate extends CommitmentEvents {

        String updateId();

        /** Whose word it is. */
        String organizationId();
    }

    record Submitted(
            String title,
            Lead lead,
            List<String> supporting,
            String groupId,
            @Nullable String workstream,
            @Nullable Integer workPlanYear,
            String level,
            List<String> countries,
            @Nullable List<String> regions,
            List<String> sdgTargets,
            LocalDate start,
            @Nullable LocalDate end,
            String status,
            List<NewMilestone> milestones,
            List<NewIndicator> indicators,
            Card.Health health)
            implements CommitmentEvents {}

    /** @param supporting absent in earlier ones, which could not change it */
    record Revised(
            String title,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable List<String> supporting,
            Card.@Nullable Health health)
            implements CommitmentEvents {}

    record StatusChanged(String to, Card.Health health) implements CommitmentEvents {}

    record MilestoneAdded(NewMilestone milestone, Card.Health health) implements CommitmentEvents {}

    record MilestoneRevised(String milestoneId, String title, int weight, Card.Health health)
            implements CommitmentEvents {}

    record MilestoneRescheduled(String milestoneId, LocalDate from, LocalDate to, Card.Health health)
            implements CommitmentEvents {}

    record MilestoneVerified(String milestoneId, Card.Health health) implements CommitmentEvents {}

    record MilestoneMissed(String milestoneId, Card.Health health) implements CommitmentEvents {}

    record MilestoneCancelled(String milestoneId, Card.Health health) implements CommitmentEvents {}

    record MilestoneOverdue(String milestoneId, LocalDate due, Card.Health health) implements CommitmentEvents {}

    record IndicatorAdded(NewIndicator indicator, Card.Health health) implements CommitmentEvents {}

    record PeriodAdded(String indicatorId, NewPeriod period, Card.Health health) implements CommitmentEvents {}

    record ActualCorrected(Actual actual, Card.Health health) implements CommitmentEvents {}

    /** @param evidence how many pieces came with it */
    record ProgressReported(
            String updateId,
            String organizationId,
            @Nullable String assessment,
            LocalDate effective,
            List<Claim> milestones,
            List<Actual> actuals,
            @Nullable Integer evidence,
            @Nullable String supersedes,
            @Nullable Retraction retracted,
            Card.Health health)
            implements OfUpdate {}

    record UpdateResubmitted(
            String updateId,
            int revision,
            String organizationId,
            @Nullable String assessment,
            LocalDate effective,
            List<Claim> milestones,
            List<Actual> actuals,
            @Nullable Integer evidence,
            @Nullable Retraction retracted,
            Card.Health health)
            implements OfUpdate {}

    record UpdateVerified(
            String updateId, List<String> milestones, List<Actual> actuals, Card.Health health, String organizationId)
            implements OfUpdate {}

    record UpdateReturned(String updateId, Card.Health health, String organizationId) implements OfUpdate {}

    record ReturnAnswered(String updateId, Card.Health health, String organizationId) implements OfUpdate {}

    record HealthOverridden(Card.Health health) implements CommitmentEvents {}

    record OverrideLifted(Card.Health health) implements CommitmentEvents {}

    record HealthChanged(Card.Health health) implements CommitmentEvents {}

    record Silent(Card.Health health) implements CommitmentEvents {}

    record Lead(String partnerId) {}

    record NewMilestone(String id, String title, LocalDate due, int weight) {}

    record NewIndicator(
            String id,
            String title,
            String measure,
            boolean ascending,
            @Nullable Baseline baseline,
            List<NewPeriod> periods) {}

    record Baseline(int year, @Nullable BigDecimal value) {}

    record NewPeriod(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual) {}

    /** @param on the day it was reached; absent where it was only begun */
    record Claim(String id, String status, @Nullable LocalDate on) {}

    /**
     * @param value absent where it was given in words
     * @param outdated true where it does not stand, because something is known of a later day; else absent
     */
    record Actual(
            String indicatorId,
            String periodId,
            @Nullable BigDecimal value,
            @Nullable Boolean outdated) {

        boolean stands() {
            return !Boolean.TRUE.equals(outdated);
        }
    }

    /**
     * What an earlier revision or update had said and the one in its place does not.
     *
     * @param milestones planned again
     * @param actuals back to the value given here; to none where it is absent
     */
    record Retraction(List<String> milestones, List<Actual> actuals) {}
}
