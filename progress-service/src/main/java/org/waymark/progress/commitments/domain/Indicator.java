package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
     * @param said what was reported, the one that stands first: of the latest day, and of one day what was said last. The
     *     others stand again when it is taken back; at most {@link #SAID_KEPT}
     * @param verified as a reviewer found it
     */
    public record Period(
            PeriodId id,
            LocalDate start,
            LocalDate end,
            @Nullable Value target,
            List<Statement> said,
            @Nullable Value verified) {

        static final int SAID_KEPT = 5;

        public Period {
            said = List.copyOf(said);
        }

        public static Period planned(PeriodId id, LocalDate start, LocalDate end, @Nullable Value target) {
            return new Period(id, start, end, target, List.of(), null);
        }

        /** One that comes with what came of it, as an import brings it. */
        public static Period known(
                PeriodId id,
                LocalDate start,
                LocalDate end,
                @Nullable Value target,
                @Nullable Value actual,
                Disaggregation disaggregation) {
            List<Statement> said =
                    actual == null ? List.of() : List.of(new Statement(actual, disaggregation, null, LocalDate.MIN));
            return new Period(id, start, end, target, said, null);
        }

        /** The value that stands. */
        public @Nullable Statement actual() {
            return said.isEmpty() ? null : said.getFirst();
        }

        /** Whether what is said of this day would not stand, because something was said of a later one. */
        boolean outdates(LocalDate effective) {
            return !said.isEmpty() && said.getFirst().effective().isAfter(effective);
        }

        Period stated(Statement statement) {
            List<Statement> all = new ArrayList<>(said);
            int place = (int) all.stream()
                    .takeWhile(one -> one.effective().isAfter(statement.effective()))
                    .count();
            all.add(place, statement);
            return with(all.subList(0, Math.min(all.size(), SAID_KEPT)));
        }

        /** Corrected: what stood before it is still what stood before it. */
        Period restated(Statement statement) {
            return with(
                    Stream.concat(Stream.of(statement), said.stream().skip(1)).toList());
        }

        /** As if that update had not been made. */
        Period without(UpdateId update) {
            return with(said.stream().filter(one -> !one.isOf(update)).toList());
        }

        Period verified(Value value) {
            return new Period(id, start, end, target, said, value);
        }

        private Period with(List<Statement> next) {
            return new Period(id, start, end, target, next, verified);
        }
    }

    /**
     * A reported value.
     *
     * @param update which said so; null where an import did
     * @param effective the day that update speaks of; the first of all days where an import said so
     */
    public record Statement(
            Value value,
            Disaggregation disaggregation,
            @Nullable UpdateId update,
            LocalDate effective) {

        boolean isOf(@Nullable UpdateId other) {
            return other != null && other.equals(update);
        }
    }

    Optional<Period> period(PeriodId period) {
        return periods.stream().filter(one -> one.id().equals(period)).findFirst();
    }

    /** Whether a value of that update stands, or would stand again. */
    boolean tells(UpdateId update) {
        return periods.stream().flatMap(period -> period.said().stream()).anyMatch(one -> one.isOf(update));
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
