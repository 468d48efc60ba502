package org.waymark.progress.commitments.domain;

/** Where a commitment stands in its life. */
public enum Status {
    SUBMITTED,
    ENDORSED,
    IN_IMPLEMENTATION,
    COMPLETED,
    WITHDRAWN,
    SUSPENDED;

    /** Nothing of it changes any more. */
    public boolean isOver() {
        return this == COMPLETED || this == WITHDRAWN;
    }

    /** Progress may be reported on what is promised and not yet over. */
    public boolean takesUpdates() {
        return this == SUBMITTED || this == ENDORSED || this == IN_IMPLEMENTATION;
    }
}
