package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Net changes by the day from which on they hold: what something came to on any day. */
public final class Course {

    private final TreeMap<LocalDate, Map<String, Long>> byDay = new TreeMap<>();

    public void add(LocalDate effective, String measure, long by) {
        byDay.computeIfAbsent(effective, day -> new HashMap<>()).merge(measure, by, Long::sum);
    }

    public void add(Change change) {
        change.by().forEach((measure, by) -> add(change.effective(), measure, by));
    }

    public void add(Course other) {
        other.byDay.forEach((day, changes) -> changes.forEach((measure, by) -> add(day, measure, by)));
    }

    /** With the organizations that reported by the ids they are known by, as {@link Figure#ofSurvivors}. */
    public Course ofSurvivors(Map<String, String> survivors) {
        if (survivors.isEmpty()) {
            return this;
        }
        Course known = new Course();
        byDay.forEach((day, changes) ->
                changes.forEach((measure, by) -> known.add(day, Measures.ofSurvivor(measure, survivors), by)));
        return known;
    }

    /** The totals at the end of that day; a measure that comes to nothing may be missing. */
    public Map<String, Long> on(LocalDate asOf) {
        Map<String, Long> totals = new HashMap<>();
        byDay.headMap(asOf, true)
                .values()
                .forEach(changes -> changes.forEach((measure, by) -> totals.merge(measure, by, Long::sum)));
        return totals;
    }

    /** By how much each measure changed on the days from {@code first} to {@code last}, both included. */
    public Map<String, Long> between(LocalDate first, LocalDate last) {
        Map<String, Long> changed = new HashMap<>();
        if (!first.isAfter(last)) {
            byDay.subMap(first, true, last, true)
                    .values()
                    .forEach(changes -> changes.forEach((measure, by) -> changed.merge(measure, by, Long::sum)));
        }
        return changed;
    }
}
