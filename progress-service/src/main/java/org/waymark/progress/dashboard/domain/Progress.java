package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far a commitment has come, 0 to 1, self-reported and verified apart; null where it is unknown.
 *
 * <p>With milestones: the weighted share that is reached, as claimed. Cancelled ones are out of it, missed ones in it;
 * where all are cancelled it is unknown. Without any: the mean over quantitative indicators of {@code clamp((actual -
 * baseline) / (target - baseline), 0, 1)} for the latest period that is due. A target below its baseline means that less
 * is better; the same fraction then measures the way down.
 */
public record Progress(
        @Nullable BigDecimal selfReported, @Nullable BigDecimal verified) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int SHOWN = 4;

    static final Progress UNKNOWN = new Progress(null, null);

    /** On that day, by all that is known; {@code day} is in UTC. */
    public static Progress of(Card card, LocalDate day) {
        List<Milestone> there =
                card.milestones().stream().filter(one -> one.isThere(day)).toList();
        if (!there.isEmpty()) {
            return new Progress(
                    share(there, day, one -> one.isReached(day)), share(there, day, one -> one.isVerified(day)));
        }
        return new Progress(
                mean(card.indicators(), day, period -> period.said().on(day)),
                mean(card.indicators(), day, period -> period.verified().on(day)));
    }

    private static @Nullable BigDecimal share(List<Milestone> milestones, LocalDate day, Predicate<Milestone> which) {
        long all = weight(milestones, one -> !one.isCancelled(day));
        return all == 0
                ? null
                : shown(BigDecimal.valueOf(weight(milestones, which)).divide(BigDecimal.valueOf(all), PRECISION));
    }

    private static long weight(List<Milestone> milestones, Predicate<Milestone> which) {
        return milestones.stream().filter(which).mapToLong(Milestone::weight).sum();
    }

    private static @Nullable BigDecimal mean(
            List<Indicator> indicators, LocalDate day, Function<Indicator.Period, @Nullable BigDecimal> value) {
        List<BigDecimal> ways = indicators.stream()
                .filter(Indicator::isQuantitative)
                .flatMap(one -> latest(one, day).flatMap(due -> way(one, due.target(), value.apply(due))).stream())
                .toList();
        if (ways.isEmpty()) {
            return null;
        }
        BigDecimal sum = ways.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return shown(sum.divide(BigDecimal.valueOf(ways.size()), PRECISION));
    }

    private static Optional<Indicator.Period> latest(Indicator indicator, LocalDate day) {
        return indicator.periods().stream()
                .filter(period ->
                        !period.end().isAfter(day) && !period.addedOn().isAfter(day))
                .max(Comparator.comparing(Indicator.Period::end));
    }

    /** Without a target or a value, or with no way to go, it is unknown. */
    private static Optional<BigDecimal> way(
            Indicator indicator, @Nullable BigDecimal target, @Nullable BigDecimal value) {
        if (target == null || value == null) {
            return Optional.empty();
        }
        BigDecimal from = start(indicator);
        if (from == null) {
            return value.compareTo(target) <= 0 ? Optional.of(BigDecimal.ONE) : Optional.empty();
        }
        if (target.compareTo(from) == 0) {
            return Optional.empty();
        }
        BigDecimal way = value.subtract(from).divide(target.subtract(from), PRECISION);
        return Optional.of(way.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    }

    /** More is counted from nothing where no baseline is given. Less has no such start: only its target can be seen. */
    private static @Nullable BigDecimal start(Indicator indicator) {
        return indicator.baseline() == null && indicator.ascending() ? BigDecimal.ZERO : indicator.baseline();
    }

    private static BigDecimal shown(BigDecimal exact) {
        return exact.setScale(SHOWN, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
