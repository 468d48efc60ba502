package org.waymark.notification.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at handing a message over.
 *
 * @param took how long it took
 * @param status of the answer; null where there was none
 * @param answer the beginning of what was answered, or why there was no answer
 * @param retryAfter how long the receiver asks to be left alone; null where it says nothing
 */
public record Attempt(
        Instant at,
        Duration took,
        @Nullable Integer status,
        String answer,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    public boolean isTaken() {
        return status != null && status / 100 == 2;
    }

    /** The receiver wants nothing any more. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
