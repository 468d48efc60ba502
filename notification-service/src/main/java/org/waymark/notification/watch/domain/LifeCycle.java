package org.waymark.notification.watch.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where the commitment stands in its life.
 *
 * @param since the sequence of the event with which it came, or ceased, to be under way; endorsing it moves nothing
 */
public record LifeCycle(Status status, long since) {

    LifeCycle to(Status next, long sequence) {
        return new LifeCycle(next, next.isUnderWay() == status.isUnderWay() ? since : sequence);
    }

    /**
     * With which event a condition begins to matter: the one that brought it about, or where nothing was expected of the
     * commitment then, the one that resumed it. Null while nothing is expected.
     *
     * @param condition the sequence of the event that brought it about
     */
    @Nullable
    Long matters(long condition) {
        return status.isUnderWay() ? Long.valueOf(Math.max(condition, since)) : null;
    }
}
