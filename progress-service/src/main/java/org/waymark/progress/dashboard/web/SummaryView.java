package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Totals of the work plan. In {@code milestones}, every open one is planned, and overdue counts those of them whose day
 * has gone by; what is verified is among the reached. {@code slips} says how often one was put off, {@code slippedDays}
 * by how many days in all.
 *
 * @param updatesVerified how many of the updates
 */
record SummaryView(
        LocalDate asOf,
        LocalDate knownAt,
        long commitments,
        Map<String, Long> byStatus,
        Map<String, Long> byHealth,
        Map<String, Long> milestones,
        long updates,
        long updatesVerified) {

    private static final List<String> STATUSES =
            List.of("submitted", "endorsed", "in-implementation", "completed", "withdrawn", "suspended");
    private static final List<String> HEALTHS = List.of("on-track", "at-risk", "off-track", "unknown");
    private static final List<String> MILESTONES =
            List.of("planned", "reached", "verified", "missed", "cancelled", "overdue", "slips", "slippedDays");

    static SummaryView of(Map<String, Long> totals, LocalDate asOf, LocalDate knownAt) {
        return new SummaryView(
                asOf,
                knownAt,
                totals.getOrDefault("commitments", 0L),
                pick(totals, "status ", STATUSES),
                pick(totals, "health ", HEALTHS),
                pick(totals, "milestones ", MILESTONES),
                totals.getOrDefault("updates", 0L),
                totals.getOrDefault("updates verified", 0L));
    }

    private static Map<String, Long> pick(Map<String, Long> totals, String prefix, List<String> names) {
        Map<String, Long> picked = new LinkedHashMap<>();
        names.forEach(name -> picked.put(name, totals.getOrDefault(prefix + name, 0L)));
        return picked;
    }
}
