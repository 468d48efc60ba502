package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The totals as the page shows them. */
record BoardSummary(
        Words.Time asOf,
        String commitments,
        String updates,
        List<Part> health,
        String reached,
        String verified,
        String planned,
        String overdue) {

    /** A part of the bar that shows how health is shared out; {@code from} and {@code width} are percentages. */
    record Part(String code, String words, String count, BigDecimal from, BigDecimal width) {}

    static BoardSummary of(SummaryView summary) {
        return new BoardSummary(
                Words.day(summary.asOf()),
                Words.count(summary.commitments()),
                Words.count(summary.updates()),
                parts(summary.byHealth()),
                milestones(summary, "reached"),
                milestones(summary, "verified"),
                milestones(summary, "planned"),
                milestones(summary, "overdue"));
    }

    private static String milestones(SummaryView summary, String state) {
        return Words.count(summary.milestones().getOrDefault(state, 0L));
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
