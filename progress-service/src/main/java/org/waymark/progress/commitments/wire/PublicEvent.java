package org.waymark.progress.commitments.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The data of the events on waymark.commitments. Ids, facts, public titles and hashes of longer text; never people,
 * descriptions, narrative, reasons or evidence. The schemas stand in {@code contract/}. An event without {@code effective}
 * is effective when it is recorded.
 */
sealed interface PublicEvent {

    String SUBMITTED = "org.waymark.commitment.submitted.v1";
    String REVISED = "org.waymark.commitment.revised.v1";
    String STATUS_CHANGED = "org.waymark.commitment.status-changed.v1";
    String MILESTONE_ADDED = "org.waymark.commitment.milestone-added.v1";
    String MILESTONE_REVISED = "org.waymark.commitment.milestone-revised.v1";
    String MILESTONE_RESCHEDULED = "org.waymark.commitment.milestone-rescheduled.v1";
    String MILESTONE_VERIFIED = "org.waymark.commitment.milestone-verified.v1";
    String MILESTONE_MISSED = "org.waymark.commitment.milestone-missed.v1";
    String MILESTONE_CANCELLED = "org.waymark.commitment.milestone-cancelled.v1";
    String MILESTONE_OVERDUE = "org.waymark.commitment.milestone-overdue.v1";
    String INDICATOR_ADDED = "org.waymark.commitment.indicator-added.v1";
    String PERIOD_ADDED = "org.waymark.commitment.period-added.v1";
    String ACTUAL_CORRECTED = "org.waymark.commitment.actual-corrected.v1";
    String PROGRESS_REPORTED = "org.waymark.commitment.progress-reported.v1";
    String UPDATE_RESUBMITTED = "org.waymark.commitment.update-resubmitted.v1";
    String UPDATE_VERIFIED = "org.waymark.commitment.update-verified.v1";
    String UPDATE_RETURNED = "org.waymark.commitment.update-returned.v1";
    String RETURN_ANSWERED = "org.waymark.commitment.return-answered.v1";
    String HEALTH_OVERRIDDEN = "org.waymark.commitment.health-overridden.v1";
    String OVERRIDE_LIFTED = "org.waymark.commitment.override-lifted.v1";
    String HEALTH_CHANGED = "org.waymark.commitment.health-changed.v1";
    String SILENT = "org.waymark.commitment.silent.v1";

    /** The stable name on the wire; no class name is. */
    default String type() {
        return switch (this) {
            case Submitted submitted -> SUBMITTED;
            case Revised revised -> REVISED;
            case StatusChanged changed -> STATUS_CHANGED;
            case MilestoneAdded added -> MILESTONE_ADDED;
            case MilestoneRevised revised -> MILESTONE_REVISED;
            case MilestoneRescheduled rescheduled -> MILESTONE_RESCHEDULED;
            case MilestoneVerified verified -> MILESTONE_VERIFIED;
            case MilestoneMissed missed -> MILESTONE_MISSED;
            case MilestoneCancelled cancelled -> MILESTONE_CANCELLED;
            case MilestoneOverdue overdue -> MILESTONE_OVERDUE;
            case IndicatorAdded added -> INDICATOR_ADDED;
            case PeriodAdded added -> PERIOD_ADDED;
            case ActualCorrected corrected -> ACTUAL_CORRECTED;
            case ProgressReported reported -> PROGRESS_REPORTED;
            case UpdateResubmitted resubmitted -> UPDATE_RESUBMITTED;
            case UpdateVerified verified -> UPDATE_VERIFIED;
            case UpdateReturned returned -> UPDATE_RETURNED;
            case ReturnAnswered answered -> RETURN_ANSWERED;
            case HealthOverridden overridden -> HEALTH_OVERRIDDEN;
            case OverrideLifted lifted -> OVERRIDE_LIFTED;
            case HealthChanged changed -> HEALTH_CHANGED;
            case Silent silent -> SILENT;
        };
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
            @Nullable String timeZone,
            String status,
            @Nullable String descriptionHash,
            List<PublicMilestone> milestones,
            List<PublicIndicator> indicators,
            PublicHealth health,
            String by,
            boolean backlog)
            implements PublicEvent {}

    record Revised(
            String title,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable List<String> supporting,
            @Nullable String timeZone,
            @Nullable String descriptionHash,
            @Nullable PublicHealth health,
            String organizationId)
            implements PublicEvent {}

    record StatusChanged(
            String from, String to, @Nullable String reasonHash, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record MilestoneAdded(PublicMilestone milestone, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record MilestoneRevised(String milestoneId, String title, int weight, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record MilestoneRescheduled(
            String milestoneId,
            LocalDate from,
            LocalDate to,
            String reasonHash,
            PublicHealth health,
            String organizationId)
            implements PublicEvent {}

    record MilestoneVerified(String milestoneId, PublicHealth health, String organizationId) implements PublicEvent {}

    record MilestoneMissed(String milestoneId, String reasonHash, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record MilestoneCancelled(String milestoneId, String reasonHash, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record MilestoneOverdue(String milestoneId, LocalDate due, PublicHealth health, boolean backlog)
            implements PublicEvent {}

    record IndicatorAdded(PublicIndicator indicator, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record PeriodAdded(String indicatorId, PublicPeriod period, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record ActualCorrected(
            PublicActual actual,
            @Nullable BigDecimal before,
            String reasonHash,
            PublicHealth health,
            String organizationId)
            implements PublicEvent {}

    record ProgressReported(
            String updateId,
            String organizationId,
            @Nullable String assessment,
            LocalDate effective,
            List<PublicClaim> milestones,
            List<PublicActual> actuals,
            int evidence,
            @Nullable String narrativeHash,
            @Nullable String supersedes,
            @Nullable PublicRetraction retracted,
            PublicHealth health,
            String by,
            boolean backlog)
            implements PublicEvent {}

    record UpdateResubmitted(
            String updateId,
            int revision,
            String organizationId,
            @Nullable String assessment,
            LocalDate effective,
            List<PublicClaim> milestones,
            List<PublicActual> actuals,
            int evidence,
            @Nullable String narrativeHash,
            @Nullable PublicRetraction retracted,
            PublicHealth health)
            implements PublicEvent {}

    record UpdateVerified(
            String updateId,
            int revision,
            List<String> milestones,
            List<PublicActual> actuals,
            PublicHealth health,
            String organizationId)
            implements PublicEvent {}

    record UpdateReturned(String updateId, int revision, String reasonHash, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record ReturnAnswered(String updateId, int revision, String answerHash, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record HealthOverridden(
            String status, LocalDate until, String reasonHash, PublicHealth health, String organizationId)
            implements PublicEvent {}

    record OverrideLifted(PublicHealth health, String organizationId) implements PublicEvent {}

    record HealthChanged(PublicHealth health) implements PublicEvent {}

    record Silent(LocalDate lastHeard, PublicHealth health) implements PublicEvent {}

    /** The lead partner; the rest is given only where an import introduces it. */
    record Lead(
            String partnerId,
            @Nullable String orgId,
            @Nullable String name,
            @Nullable String type) {}

    record PublicMilestone(String id, String title, LocalDate due, int weight) {}

    record PublicIndicator(
            String id,
            String title,
            String measure,
            boolean ascending,
            @Nullable PublicBaseline baseline,
            List<PublicPeriod> periods) {}

    record PublicBaseline(int year, @Nullable BigDecimal value) {}

    record PublicPeriod(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual,
            @Nullable Map<String, SortedMap<String, BigDecimal>> disaggregation) {}

    /** {@code status} is in force; {@code override} is there while a co-chair's view stands in place of the computed. */
    record PublicHealth(
            String status, List<String> reasons, @Nullable PublicOverride override) {}

    /** {@code computed} is what the status would be without it. */
    record PublicOverride(String computed, LocalDate until) {}

    /** {@code on} is absent where the milestone was only begun. */
    record PublicClaim(String id, String status, @Nullable LocalDate on) {}

    /** Without a value where it was given in words; {@code outdated} where what is known of a later day stands. */
    record PublicActual(
            String indicatorId,
            String periodId,
            @Nullable BigDecimal value,
            @Nullable Map<String, SortedMap<String, BigDecimal>> disaggregation,
            @Nullable Boolean outdated) {}

    /** What an earlier revision or update had said and this one, in its place, does not. */
    record PublicRetraction(
            List<String> milestones,
            List<PublicActual> actuals,
            @Nullable PublicReassessment assessment) {}

    /** {@code now} is absent where nobody had assessed it before. */
    record PublicReassessment(@Nullable String now) {}
}
