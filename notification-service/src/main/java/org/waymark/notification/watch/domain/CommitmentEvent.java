package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of a commitment's events. */
public sealed interface CommitmentEvent {

    long sequence();

    /** Whether an import tells it, long after. */
    default boolean backlog() {
        return false;
    }

    record Submitted(
            long sequence,
            String commitmentId,
            String title,
            String leadPartnerId,
            String groupId,
            ZoneId zone,
            Status status,
            List<Promise> milestones,
            List<Measure> indicators,
            boolean backlog)
            implements CommitmentEvent {}

    record Promise(String milestoneId, String title, LocalDate due) {}

    /** @param ascending false where less is better */
    record Measure(String id, String title, boolean ascending, List<Span> periods) {}

    /** @param actual only where an import brings it in */
    record Span(
            String id,
            LocalDate start,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual) {}

    record Revised(long sequence, String title, ZoneId zone) implements CommitmentEvent {}

    record StatusChanged(long sequence, Status to) implements CommitmentEvent {}

    record MilestoneAdded(long sequence, Promise milestone) implements CommitmentEvent {}

    record MilestoneRevised(long sequence, String milestoneId, String title) implements CommitmentEvent {}

    record MilestoneRescheduled(long sequence, String milestoneId, LocalDate to) implements CommitmentEvent {}

    /** @param how verified, missed or cancelled */
    record MilestoneClosed(long sequence, String milestoneId, Milestone.State how) implements CommitmentEvent {}

    /**
     * An update, or a returned one said again.
     *
     * @param effective when it was true, as its author says
     * @param retracted milestones that what it takes the place of had claimed, and it does not
     * @param assessment that stands from now on, its own or one that stands again; null where it leaves it as it was
     * @param unassessed whether the one that stood is taken back and none stands
     * @param backlog whether an import reports it, long after
     */
    record ProgressReported(
            long sequence,
            Source source,
            @Nullable Assessment assessment,
            boolean unassessed,
            LocalDate effective,
            List<Claim> reached,
            List<String> retracted,
            Values values,
            boolean backlog)
            implements CommitmentEvent {}

    /**
     * @param evidenced whether anything is there to show for it
     * @param again whether a returned update is said again
     * @param supersedes id of the update whose place it takes; null for none
     */
    record Source(
            String updateId,
            boolean evidenced,
            boolean again,
            @Nullable String supersedes) {}

    /** @param retracted back to the value given there */
    record Values(List<Actual> given, List<Actual> retracted) {

        public static final Values NONE = new Values(List.of(), List.of());
    }

    /** @param value null for none, or where it is given in words */
    record Actual(
            String indicatorId, String periodId, @Nullable BigDecimal value) {}

    /** @param on the day the milestone was reached; null where the update's own day stands for it */
    record Claim(String milestoneId, @Nullable LocalDate on) {}

    record BecameOverdue(long sequence, String milestoneId, LocalDate due, boolean backlog)
            implements CommitmentEvent {}

    record IndicatorAdded(long sequence, Measure indicator) implements CommitmentEvent {}

    record PeriodAdded(long sequence, String indicatorId, Span period) implements CommitmentEvent {}

    record ActualCorrected(long sequence, Actual actual) implements CommitmentEvent {}

    /** @param milestones whose claims are verified with it */
    record UpdateVerified(long sequence, String updateId, List<String> milestones, List<Actual> actuals)
            implements CommitmentEvent {}

    record UpdateReturned(long sequence, String updateId) implements CommitmentEvent {}

    /** @param lastHeard the day of the last update, or of the submission */
    record FellSilent(long sequence, LocalDate lastHeard) implements CommitmentEvent {}

    /** What says nothing but how the health stands, and such as nothing follows from. */
    record Judged(long sequence) implements CommitmentEvent {}
}
