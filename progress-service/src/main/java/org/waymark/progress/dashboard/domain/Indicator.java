package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something measured.
 *
 * @param ascending whether more is better
 * @param addedOn the day from which on it counts
 */
public record Indicator(
        String id,
        String title,
        String measure,
        boolean ascending,
        @Nullable BigDecimal baseline,
        List<Period> periods,
        LocalDate addedOn) {

    public Indicator {
        Stream.of(id, title, measure, addedOn).forEach(Objects::requireNonNull);
        periods = List.copyOf(periods);
    }

    static Indicator planned(CommitmentEvents.NewIndicator one, LocalDate today) {
        return new Indicator(
                one.id(),
                one.title(),
                one.measure(),
                one.ascending(),
                one.baseline() == null ? null : one.baseline().value(),
                one.periods().stream()
                        .map(period -> Period.planned(period, today))
                        .toList(),
                today);
    }

    boolean isQuantitative() {
        return measure.equals("unit") || measure.equals("percentage");
    }

    Indicator with(String period, UnaryOperator<Period> change) {
        return with(periods.stream()
                .map(one -> one.id().equals(period) ? change.apply(one) : one)
                .toList());
    }

    Indicator with(List<Period> next) {
        return new Indicator(id, title, measure, ascending, baseline, next, addedOn);
    }

    /**
     * A stretch of time with what was to be reached in it.
     *
     * @param said what partners say, each from its day on until the next, the earliest first
     * @param verified what reviewers found, from the days it was recorded on, kept apart from what is reported
     * @param addedOn the day from which on it counts
     */
    public record Period(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal target,
            Series said,
            Series verified,
            LocalDate addedOn) {

        public Period {
            Stream.of(id, start, end, said, verified, addedOn).forEach(Objects::requireNonNull);
        }

        static Period planned(CommitmentEvents.NewPeriod one, LocalDate today) {
            Series said = one.actual() == null ? Series.NONE : Series.NONE.standing(today, one.actual());
            return new Period(one.id(), one.start(), one.end(), one.target(), said, Series.NONE, today);
        }

        /**
         * A value reported of a day; where it is outdated, something is known of a later one. Of days before the period was
         * there the order still counts, though no total asks for them.
         */
        Period reported(LocalDate day, BigDecimal value, boolean outdated) {
            return with(outdated ? said.before(day, value) : said.standing(day, value));
        }

        /** The value that stands was wrong, on its day too; absent, there is none. */
        Period corrected(@Nullable BigDecimal value, LocalDate today) {
            return with(said.corrected(value, today));
        }

        /** What stood falls, and this stands again; absent, nothing does. */
        Period takenBack(@Nullable BigDecimal value, LocalDate today) {
            return with(said.fallenTo(value, today));
        }

        Period verified(BigDecimal value, LocalDate today) {
            return new Period(id, start, end, target, said, verified.standing(today, value), addedOn);
        }

        private Period with(Series next) {
            return new Period(id, start, end, target, next, verified, addedOn);
        }
    }
}
