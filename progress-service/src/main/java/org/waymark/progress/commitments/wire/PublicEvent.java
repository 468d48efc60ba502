package org.waymark.progress.commitments.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of the events on waymark.commitments. Ids, facts, public titles and hashes of longer text; never people,
 * descriptions, narrative or evidence. The schemas stand in {@code contract/}.
 */
sealed interface PublicEvent {

    String SUBMITTED = "org.waymark.commitment.submitted.v1";
    String REVISED = "org.waymark.commitment.revised.v1";
    String PROGRESS_REPORTED = "org.waymark.commitment.progress-reported.v1";
    String MILESTONE_OVERDUE = "org.waymark.commitment.milestone-overdue.v1";

    /** The stable name on the wire; no class name is. */
    default String type() {
        return switch (this) {
            case Submitted submitted -> SUBMITTED;
            case Revised revised -> REVISED;
            case ProgressReported reported -> PROGRESS_REPORTED;
            case MilestoneOverdue overdue -> MILESTONE_OVERDUE;
        };
    }

    record Submitted(
            String title,
            Lead lead,
            List<String> supporting,
            String groupId,
            String level,
            List<String> countries,
            List<String> sdgTargets,
            LocalDate start,
            @Nullable LocalDate end,
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
            @Nullable String descriptionHash,
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
            PublicHealth health,
            String by,
            boolean backlog)
            implements PublicEvent {}

    record MilestoneOverdue(String milestoneId, LocalDate due, PublicHealth health, boolean backlog)
            implements PublicEvent {}

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
            @Nullable BigDecimal actual) {}

    record PublicHealth(String status, List<String> reasons) {}

    record PublicClaim(String id, String status, LocalDate on) {}

    /** Without a value where it was given in words. */
    record PublicActual(
            String indicatorId, String periodId, @Nullable BigDecimal value) {}
}
