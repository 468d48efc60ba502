package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where figures are looked at: what held on the day {@code asOf}, by the events recorded up to the end of {@code
 * knownAt}. Both are days in UTC.
 *
 * @param leads the partners whose commitments count; null for those of all
 */
public record Point(
        LocalDate asOf, LocalDate knownAt, @Nullable Set<String> leads) {

    public Point {
        leads = leads == null ? null : Set.copyOf(leads);
    }

    public boolean includes(String lead) {
        return leads == null || leads.contains(lead);
    }

    /** What is judged counts from the day it is recorded: later than this day nothing of it is seen from here. */
    public LocalDate lastJudged() {
        return asOf.isBefore(knownAt) ? asOf : knownAt;
    }

    /** By how much an event moves that measure, seen from here. */
    long of(Happened event, String measure) {
        return includes(event.lead()) ? event.change(measure, asOf, knownAt) : 0;
    }
}
