package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Measures;

/**
 * Totals of the work plan. In {@code milestones}, every open one is planned, and overdue counts those of them whose day
 * has gone by; what is verified is among the reached, and so is what was claimed with evidence. {@code slipped} says how
 * many were put off, {@code slips} how often, {@code slippedDays} by how many days in all.
 *
 * @param updatesVerified how many of the updates
 * @param reportingPartners how many organizations have reported
 * @param freshness commitments by how long ago they were last reported on
 * @param links the events each figure is made of; absent in lists of summaries
 */
record SummaryView(
        LocalDate asOf,
        LocalDate knownAt,
        long commitments,
        Map<String, Long> byStatus,
        Map<String, Long> byHealth,
        Map<String, Long> milestones,
        long updates,
        long updatesVerified,
        long reportingPartners,
        Map<String, Long> freshness,
        Progress progress,
        @Nullable Map<String, String> links) {

    /** How far the commitments have come, by partners and by reviewers; never mixed. */
    record Progress(Mean selfReported, Mean verified) {}

    /**
     * @param sum of the known ones, in ten-thousandths
     * @param mean of the known ones, 0 to 1; absent where none is
     */
    record Mean(
            long sum, long known, long unknown, @Nullable BigDecimal mean) {

        private static final BigDecimal UNITS = BigDecimal.valueOf(10_000);
        private static final int SHOWN = 4;

        static Mean of(Map<String, Long> totals, String measure) {
            long sum = totals.getOrDefault(measure, 0L);
            long known = totals.getOrDefault(measure + Measures.KNOWN, 0L);
            long unknown = totals.getOrDefault(Measures.COMMITMENTS, 0L) - known;
            return new Mean(
                    sum,
                    known,
                    unknown,
                    known == 0
                            ? null
                            : BigDecimal.valueOf(sum)
                                    .divide(UNITS.multiply(BigDecimal.valueOf(known)), SHOWN, RoundingMode.HALF_EVEN));
        }
    }

    static SummaryView of(
            Map<String, Long> totals, LocalDate asOf, LocalDate knownAt, @Nullable Map<String, String> links) {
        return new SummaryView(
                asOf,
                knownAt,
                totals.getOrDefault(Measures.COMMITMENTS, 0L),
                pick(totals, Measures.STATUS, Figure.STATUSES),
                pick(totals, Measures.HEALTH, Figure.HEALTHS),
                pick(totals, Measures.MILESTONES, Figure.MILESTONES),
                totals.getOrDefault(Measures.UPDATES, 0L),
                totals.getOrDefault(Measures.UPDATES_VERIFIED, 0L),
                Figure.REPORTING_PARTNERS.of(totals),
                pick(totals, Measures.FRESHNESS, Figure.FRESHNESS),
                new Progress(Mean.of(totals, Measures.SELF_REPORTED), Mean.of(totals, Measures.VERIFIED)),
                links);
    }

    private static Map<String, Long> pick(Map<String, Long> totals, String prefix, List<String> names) {
        Map<String, Long> picked = new LinkedHashMap<>();
        names.forEach(name -> picked.put(name, totals.getOrDefault(prefix + name, 0L)));
        return picked;
    }
}
