package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a commitment has come over the days, as far as is known now: milestones are reached and values hold on days of
 * their own, and a period counts from its last day on. In ten-thousandths, as a card shows it, so that sums are exact.
 */
final class ProgressLine {

    private static final int UNITS = 4;

    private ProgressLine() {}

    /** Changes of measures, by the day from which on they hold. */
    static Map<LocalDate, Map<String, Long>> of(Card card) {
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        Progress before = Progress.UNKNOWN;
        for (LocalDate day : days(card)) {
            Progress then = Progress.of(card, day);
            if (!then.equals(before)) {
                Map<String, Long> changes = new HashMap<>();
                change(changes, Measures.SELF_REPORTED, before.selfReported(), then.selfReported());
                change(changes, Measures.VERIFIED, before.verified(), then.verified());
                byDay.put(day, changes);
            }
            before = then;
        }
        return byDay;
    }

    private static void change(
            Map<String, Long> changes, String measure, @Nullable BigDecimal before, @Nullable BigDecimal then) {
        changes.put(measure, units(then) - units(before));
        changes.put(measure + Measures.KNOWN, (then == null ? 0L : 1L) - (before == null ? 0L : 1L));
    }

    private static long units(@Nullable BigDecimal progress) {
        return progress == null ? 0 : progress.movePointRight(UNITS).longValueExact();
    }

    /** On which it may change. Once there is a milestone, values no longer count. */
    private static SortedSet<LocalDate> days(Card card) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Milestone milestone : card.milestones()) {
            days.add(milestone.addedOn());
            add(days, milestone.endedOn());
            add(days, milestone.verifiedOn());
        }
        SortedSet<LocalDate> measured = measured(card);
        card.milestones().stream()
                .map(Milestone::addedOn)
                .min(Comparator.naturalOrder())
                .ifPresentOrElse(first -> days.addAll(measured.headSet(first)), () -> days.addAll(measured));
        return days.tailSet(card.submittedOn());
    }

    private static SortedSet<LocalDate> measured(Card card) {
        SortedSet<LocalDate> days = new TreeSet<>();
        card.indicators().stream().filter(Indicator::isQuantitative).forEach(indicator -> {
            for (Indicator.Period period : indicator.periods()) {
                days.add(period.end());
                days.add(period.addedOn());
                period.said().values().forEach(one -> days.add(one.from()));
                period.verified().values().forEach(one -> days.add(one.from()));
            }
        });
        return days;
    }

    private static void add(SortedSet<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }
}
