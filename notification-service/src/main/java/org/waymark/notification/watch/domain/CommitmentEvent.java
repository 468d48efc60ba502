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
            List<Promise> milestones)
            implements CommitmentEvent {}

    record Promise(String milestoneId, String title, LocalDate due) {}

    record Revised(long sequence, String title) implements CommitmentEvent {}

    /**
     * @param effective when it was true, as its author says
     * @param backlog whether an import reports it, long after
     */
    record ProgressReported(
            long sequence, @Nullable Assessment assessment, LocalDate effective, List<Claim> reached, boolean backlog)
            implements CommitmentEvent {}

    /** @param on the day the milestone was reached; null where the update's own day stands for it */
    record Claim(String milestoneId, @Nullable LocalDate on) {}

    record BecameOverdue(long sequence, String milestoneId, LocalDate due, boolean backlog)
            implements CommitmentEvent {}
}
