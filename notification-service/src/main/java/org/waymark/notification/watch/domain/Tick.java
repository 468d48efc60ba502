package org.waymark.notification.watch.domain;

import java.time.Duration;
import java.time.Instant;

/** Time has come to {@code now}, and everything that was recorded before it has been read. */
public record Tick(Instant now) {

    /** How far the clocks of two machines may be from each other, at the very most. */
    public static final Duration CLOCKS_APART = Duration.ofHours(1);
}
