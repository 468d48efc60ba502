package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step towards what was promised.
 *
 * @param due the last day on which reaching it is in time
 * @param weight its share in the commitment's progress, relative to its siblings
 * @param reachedOn the day it was reached, as the partner claims; null while it is planned
 * @param overdue whether its being overdue has been recorded
 */
public record Milestone(
        MilestoneId id,
        String title,
        LocalDate due,
        int weight,
        @Nullable LocalDate reachedOn,
        boolean overdue) {

    public boolean isOpen() {
        return reachedOn == null;
    }

    boolean isOverdueOn(LocalDate today) {
        return isOpen() && today.isAfter(due);
    }

    Milestone reached(LocalDate on) {
        return new Milestone(id, title, due, weight, on, false);
    }

    Milestone recordedOverdue() {
        return new Milestone(id, title, due, weight, reachedOn, true);
    }
}
