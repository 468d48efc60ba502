package org.waymark.progress.commitments.domain;

/** Where a commitment stands in its life. */
public enum Status {
    SUBMITTED,
    ENDORSED,
    IN_IMPLEMENTATION,
    COMPLETED,
    WITHDRAWN,
    SUSPENDED;

    /** Progress may be reported on what is promised and not yet over. */
    public boolean takesUpdates() {
        return this == SUBMITTED || this == ENDORSED || this == IN_IMPLEMENTATION;
    }
}
