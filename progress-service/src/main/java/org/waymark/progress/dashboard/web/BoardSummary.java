package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The totals as the page shows them; {@code milestones} by their state in words. */
record BoardSummary(
        Words.Time asOf,
        String commitments,
        String updates,
        String updatesVerified,
        List<Part> health,
        Map<String, String> milestones,
        @Nullable String putOff) {

    /** A part of the bar that shows how health is shared out; {@code from} and {@code width} are percentages. */
    record Part(String code, String words, String count, BigDecimal from, BigDecimal width) {}

    static BoardSummary of(SummaryView summary) {
        return new BoardSummary(
                Words.day(summary.asOf()),
                Words.count(summary.commitments()),
                Words.count(summary.updates()),
                Words.count(summary.updatesVerified()),
                parts(summary.byHealth()),
                milestones(summary.milestones()),
                putOff(summary.milestones()));
    }

    private static Map<String, String> milestones(Map<String, Long> totals) {
        Map<String, String> shown = new LinkedHashMap<>();
        List.of("reached", "verified", "planned", "overdue", "missed", "cancelled")
                .forEach(state -> shown.put(Words.of(state), Words.count(totals.getOrDefault(state, 0L))));
        return shown;
    }

    private static @Nullable String putOff(Map<String, Long> totals) {
        long slips = totals.getOrDefault("slips", 0L);
        return slips == 0
                ? null
                : "Put off " + Words.times(slips) + ", by " + Words.days(totals.getOrDefault("slippedDays", 0L))
                        + " in all.";
    }

    private static List<Part> parts(Map<String, Long> byHealth) {
        long all = Math.max(
                1, byHealth.values().stream().mapToLong(Long::longValue).sum());
        List<Part> parts = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (Map.Entry<String, Long> one : byHealth.entrySet()) {
            BigDecimal width = BigDecimal.valueOf(100L * one.getValue())
                    .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_EVEN);
            parts.add(new Part(one.getKey(), Words.of(one.getKey()), Words.count(one.getValue()), from, width));
            from = from.add(width);
        }
        return parts;
    }
}
