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
 */
public record Indicator(
        String id,
        String title,
        String measure,
        boolean ascending,
        @Nullable BigDecimal baseline,
        List<Period> periods) {

    public Indicator {
        Stream.of(id, title, measure).forEach(Objects::requireNonNull);
        periods = List.copyOf(periods);
    }

    /** @param verified as a reviewer found it; kept apart from what is reported */
    public record Period(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal verified) {

        public Period {
            Stream.of(id, start, end).forEach(Objects::requireNonNull);
        }

        static Period planned(CommitmentEvents.NewPeriod one) {
            return new Period(one.id(), one.start(), one.end(), one.target(), one.actual(), null);
        }

        Period stated(@Nullable BigDecimal value) {
            return new Period(id, start, end, target, value, verified);
        }

        Period verified(BigDecimal value) {
            return new Period(id, start, end, target, actual, value);
        }
    }

    static Indicator planned(CommitmentEvents.NewIndicator one) {
        return new Indicator(
                one.id(),
                one.title(),
                one.measure(),
                one.ascending(),
                one.baseline() == null ? null : one.baseline().value(),
                one.periods().stream().map(Period::planned).toList());
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
        return new Indicator(id, title, measure, ascending, baseline, next);
    }
}
