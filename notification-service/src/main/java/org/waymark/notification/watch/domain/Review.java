package org.waymark.notification.watch.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;

/**
 * An update that somebody has to do something about: a co-chair to review it, or its author to say it differently.
 *
 * @param since the sequence of the event that brought it there
 * @param at when that was recorded
 */
public record Review(String updateId, State state, long since, Instant at) {

    /** As many as progress-service lets wait; one that falls out can be reviewed no more. */
    private static final int KEPT = 50;

    public enum State {
        SUBMITTED,
        RETURNED
    }

    /** An import's update waits for nobody. */
    static List<Review> with(List<Review> standing, ProgressReported report, Instant at) {
        List<Review> next = new ArrayList<>(without(
                without(standing, report.source().supersedes()), report.source().updateId()));
        if (!report.backlog()) {
            next.add(new Review(report.source().updateId(), State.SUBMITTED, report.sequence(), at));
        }
        return List.copyOf(next.size() > KEPT ? next.subList(next.size() - KEPT, next.size()) : next);
    }

    static List<Review> without(List<Review> standing, @Nullable String updateId) {
        return standing.stream().filter(one -> !one.updateId().equals(updateId)).toList();
    }

    static List<Review> returned(List<Review> standing, String updateId, long sequence, Instant at) {
        return standing.stream()
                .map(one -> one.updateId().equals(updateId) ? new Review(updateId, State.RETURNED, sequence, at) : one)
                .toList();
    }
}
