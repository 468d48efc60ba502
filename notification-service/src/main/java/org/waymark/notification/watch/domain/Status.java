package org.waymark.notification.watch.domain;

import org.waymark.notification.alert.domain.Worded;

/** Where a commitment stands in its life. */
public enum Status implements Worded {
    SUBMITTED("submitted"),
    ENDORSED("endorsed"),
    IN_IMPLEMENTATION("in-implementation"),
    COMPLETED("completed"),
    WITHDRAWN("withdrawn"),
    SUSPENDED("suspended");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    boolean isOver() {
        return this == COMPLETED || this == WITHDRAWN;
    }

    /** Whether progress is expected; where it is not, nobody is alerted that there is none. */
    boolean isUnderWay() {
        return switch (this) {
            case SUBMITTED, ENDORSED, IN_IMPLEMENTATION -> true;
            case COMPLETED, WITHDRAWN, SUSPENDED -> false;
        };
    }
}
