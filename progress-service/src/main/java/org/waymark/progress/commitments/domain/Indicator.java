package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /**
     * A span of time with what was aimed at and what came of it, each as far as it is known.
     *
     * @param actual as reported
     * @param before what had been reported before that, by another update; it stands again when that one is taken back
     * @param verified as a reviewer found it
     */
    public record Period(
            PeriodId id,
            LocalDate start,
            LocalDate end,
            @Nullable Value target,
            @Nullable Statement actual,
            @Nullable Statement before,
            @Nullable Value verified) {

        public static Period planned(PeriodId id, LocalDate start, LocalDate end, @Nullable Value target) {
            return new Period(id, start, end, target, null, null, null);
        }

        /** One that comes with what came of it, as an import brings it. */
        public static Period known(
                PeriodId id,
                LocalDate start,
                LocalDate end,
                @Nullable Value target,
                @Nullable Value actual,
                Disaggregation disaggregation) {
            Statement said = actual == null ? null : new Statement(actual, disaggregation, null);
            return new Period(id, start, end, target, said, null, null);
        }

        Period stated(Statement statement) {
            return new Period(id, start, end, target, statement, actual, verified);
        }

        /** Corrected: what stood before it is still what stood before it. */
        Period restated(Statement statement) {
            return new Period(id, start, end, target, statement, before, verified);
        }

        /** As if that update had not been made. */
        Period without(UpdateId update) {
            Statement earlier = before != null && before.isOf(update) ? null : before;
            return actual != null && actual.isOf(update)
                    ? new Period(id, start, end, target, earlier, null, verified)
                    : new Period(id, start, end, target, actual, earlier, verified);
        }

        Period verified(Value value) {
            return new Period(id, start, end, target, actual, before, value);
        }
    }

    /**
     * A reported value.
     *
     * @param update which said so; null where an import did
     */
    public record Statement(
            Value value,
            Disaggregation disaggregation,
            @Nullable UpdateId update) {

        boolean isOf(@Nullable UpdateId other) {
            return other != null && other.equals(update);
        }
    }

    Optional<Period> period(PeriodId period) {
        return periods.stream().filter(one -> one.id().equals(period)).findFirst();
    }

    Indicator with(PeriodId period, UnaryOperator<Period> change) {
        return with(periods.stream()
                .map(one -> one.id().equals(period) ? change.apply(one) : one)
                .toList());
    }

    Indicator without(UpdateId update) {
        return with(periods.stream().map(period -> period.without(update)).toList());
    }

    Indicator with(List<Period> changed) {
        return new Indicator(id, title, measure, ascending, baseline, changed);
    }
}
