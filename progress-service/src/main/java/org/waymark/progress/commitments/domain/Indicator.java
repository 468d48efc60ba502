package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something measured.
 *
 * @param ascending whether more is better
 */
public record Indicator(
        IndicatorId id,
        String title,
        Measure measure,
        boolean ascending,
        @Nullable Baseline baseline,
        List<Period> periods) {

    public Indicator {
        periods = List.copyOf(periods);
    }

    /** Where it stood before the commitment began. */
    public record Baseline(int year, @Nullable Value value) {}

    /** A span of time with what was aimed at and what came of it, both as far as they are known. */
    public record Period(
            PeriodId id,
            LocalDate start,
            LocalDate end,
            @Nullable Value target,
            @Nullable Value actual) {

        Period withActual(Value value) {
            return new Period(id, start, end, target, value);
        }
    }

    boolean has(PeriodId period) {
        return periods.stream().anyMatch(one -> one.id().equals(period));
    }

    Indicator withActual(PeriodId period, Value value) {
        List<Period> changed = periods.stream()
                .map(one -> one.id().equals(period) ? one.withActual(value) : one)
                .toList();
        return new Indicator(id, title, measure, ascending, baseline, changed);
    }
}
