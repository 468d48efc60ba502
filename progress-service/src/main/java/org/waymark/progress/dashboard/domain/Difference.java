package org.waymark.progress.dashboard.domain;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a figure between two points; without a first one, all that it is.
 */
public record Difference(@Nullable Point from, Point to) {

    /** An event's share in it. */
    public long of(Happened event, String measure) {
        return to.of(event, measure) - (from == null ? 0 : from.of(event, measure));
    }

    /** The whole, from the totals at both points. */
    public static long of(Figure figure, Map<String, Long> from, Map<String, Long> to) {
        return figure.of(to) - figure.of(from);
    }

    /** Only what was recorded in between can make one: both look at the same day and at the same partners. */
    public boolean isOfKnowledge() {
        return from != null && from.asOf().equals(to.asOf()) && Objects.equals(from.leads(), to.leads());
    }
}
