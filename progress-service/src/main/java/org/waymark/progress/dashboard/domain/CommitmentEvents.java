package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dashboard reads of the events on waymark.commitments; fields it has no use for are left out. */
public sealed interface CommitmentEvents {

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
            List<NewMilestone> milestones,
            List<NewIndicator> indicators,
            Card.Health health)
            implements CommitmentEvents {}

    record Revised(String title, LocalDate start, @Nullable LocalDate end) implements CommitmentEvents {}

    record ProgressReported(
            String updateId,
            String organizationId,
            @Nullable String assessment,
            LocalDate effective,
            List<Claim> milestones,
            List<Actual> actuals,
            Card.Health health)
            implements CommitmentEvents {}

    record MilestoneOverdue(String milestoneId, LocalDate due, Card.Health health) implements CommitmentEvents {}

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

    record Claim(String id, LocalDate on) {}

    record Actual(
            String indicatorId, String periodId, @Nullable BigDecimal value) {}
}
