package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When a milestone is due, and how that came.
 *
 * @param original as first promised
 * @param due the last day on which reaching it is in time
 * @param since the day (UTC) it was recorded that this is the day
 * @param slips how often it was put off, and
 * @param slippedDays by how many days in all
 */
public record Schedule(LocalDate original, LocalDate due, LocalDate since, int slips, long slippedDays) {

    public Schedule {
        Stream.of(original, due, since).forEach(Objects::requireNonNull);
    }

    static Schedule of(LocalDate due, LocalDate today) {
        return new Schedule(due, due, today, 0, 0);
    }

    /** A later day is a slip. */
    Schedule moved(LocalDate from, LocalDate to, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(from, to));
        return new Schedule(original, to, today, days > 0 ? slips + 1 : slips, slippedDays + days);
    }
}
