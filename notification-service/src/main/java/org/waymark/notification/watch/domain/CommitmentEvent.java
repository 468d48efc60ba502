package org.waymark.notification.watch.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of a commitment's events. */
public sealed interface CommitmentEvent {

    long sequence();

    record Submitted(
            long sequence,
            String commitmentId,
            String title,
            String leadPartnerId,
            String groupId,
            Status status,
            List<Promise> milestones)
            implements CommitmentEvent {}

    record Promise(String milestoneId, String title, LocalDate due) {}

    record Revised(long sequence, String title) implements CommitmentEvent {}

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
            @Nullable Assessment assessment,
            boolean unassessed,
            LocalDate effective,
            List<Claim> reached,
            List<String> retracted,
            boolean backlog)
            implements CommitmentEvent {}

    /** @param on the day the milestone was reached; null where the update's own day stands for it */
    record Claim(String milestoneId, @Nullable LocalDate on) {}

    record BecameOverdue(long sequence, String milestoneId, LocalDate due, boolean backlog)
            implements CommitmentEvent {}
}
