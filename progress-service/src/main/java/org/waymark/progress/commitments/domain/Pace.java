package org.waymark.progress.commitments.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Indicator.Period;

/**
 * An indicator against the straight line that leads from its baseline on the first day of a period to the target on the
 * last. Looks at the latest period that has begun; without a target, an actual and a way to go there is no pace.
 */
final class Pace {

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private Pace() {}

    static boolean isBehind(Indicator indicator, LocalDate today, HealthRules rules) {
        return running(indicator, today)
                .flatMap(period -> fallsBehind(indicator, period, rules))
                .filter(day -> !today.isBefore(day))
                .isPresent();
    }

    /** The first day after today on which this indicator falls behind, or no longer is. */
    static Optional<LocalDate> turns(Indicator indicator, LocalDate today, HealthRules rules) {
        boolean behind = isBehind(indicator, today, rules);
        return indicator.periods().stream()
                .flatMap(period ->
                        Stream.concat(Stream.of(period.start()), fallsBehind(indicator, period, rules).stream()))
                .filter(day -> day.isAfter(today))
                .sorted()
                .filter(day -> isBehind(indicator, day, rules) != behind)
                .findFirst();
    }

    private static Optional<Period> running(Indicator indicator, LocalDate today) {
        return indicator.periods().stream()
                .filter(period -> !period.start().isAfter(today))
                .max(Comparator.comparing(Period::start).thenComparing(Period::end));
    }

    /** The first day on which what was reported is too little, if that day comes before the period has ended. */
    private static Optional<LocalDate> fallsBehind(Indicator indicator, Period period, HealthRules rules) {
        return way(indicator, period)
                .map(done -> done.add(rules.paceTolerance()))
                .filter(enough -> enough.compareTo(BigDecimal.ONE) < 0)
                .map(enough -> {
                    long days = ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
                    BigDecimal covered = enough.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(days));
                    return period.start()
                            .plusDays(covered.setScale(0, RoundingMode.FLOOR).longValueExact() + 1);
                });
    }

    /** How much of the way is done: 0 at the baseline, 1 at the target, in either direction. */
    private static Optional<BigDecimal> way(Indicator indicator, Period period) {
        BigDecimal target = number(period.target());
        BigDecimal actual =
                period.actual() == null ? null : number(period.actual().value());
        BigDecimal from = start(indicator);
        if (!indicator.measure().isQuantitative()
                || target == null
                || actual == null
                || from == null
                || target.compareTo(from) == 0) {
            return Optional.empty();
        }
        return Optional.of(actual.subtract(from).divide(target.subtract(from), PRECISION));
    }

    /** More is counted from nothing where no baseline is given; for less there is no such start. */
    private static @Nullable BigDecimal start(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        BigDecimal known = baseline == null ? null : number(baseline.value());
        return known == null && indicator.ascending() ? BigDecimal.ZERO : known;
    }

    private static @Nullable BigDecimal number(@Nullable Value value) {
        return value instanceof Value.Quantity quantity ? quantity.number() : null;
    }
}
