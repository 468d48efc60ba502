package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a commitment has come, 0 to 1, self-reported and verified apart; null where it is unknown.
 *
 * <p>With milestones: the weighted share that is reached. Without: the mean over quantitative indicators of {@code
 * clamp((actual - baseline) / (target - baseline), 0, 1)} for the latest period that is due. A target below its baseline
 * means that less is better; the same fraction then measures the way down.
 */
public record Progress(
        @Nullable BigDecimal selfReported, @Nullable BigDecimal verified) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int SHOWN = 4;

    public static Progress of(Card card, LocalDate today) {
        if (!card.milestones().isEmpty()) {
            return new Progress(reachedShare(card.milestones()), BigDecimal.ZERO);
        }
        return new Progress(meanOfIndicators(card.indicators(), today), null);
    }

    private static BigDecimal reachedShare(List<Card.Milestone> milestones) {
        long all = milestones.stream().mapToLong(Card.Milestone::weight).sum();
        long reached = milestones.stream()
                .filter(one -> !one.isOpen())
                .mapToLong(Card.Milestone::weight)
                .sum();
        return shown(BigDecimal.valueOf(reached).divide(BigDecimal.valueOf(all), PRECISION));
    }

    private static @Nullable BigDecimal meanOfIndicators(List<Card.Indicator> indicators, LocalDate today) {
        List<BigDecimal> fractions = indicators.stream()
                .filter(Card.Indicator::isQuantitative)
                .flatMap(one -> fraction(one, today).stream())
                .toList();
        if (fractions.isEmpty()) {
            return null;
        }
        BigDecimal sum = fractions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return shown(sum.divide(BigDecimal.valueOf(fractions.size()), PRECISION));
    }

    private static Optional<BigDecimal> fraction(Card.Indicator indicator, LocalDate today) {
        return indicator.periods().stream()
                .filter(period -> !period.end().isAfter(today))
                .max(Comparator.comparing(Card.Period::end))
                .flatMap(latest -> fraction(indicator.baseline(), latest));
    }

    /** Without a baseline the way begins at zero; without a target or an actual, or with no way to go, it is unknown. */
    private static Optional<BigDecimal> fraction(@Nullable BigDecimal baseline, Card.Period period) {
        BigDecimal from = baseline == null ? BigDecimal.ZERO : baseline;
        BigDecimal target = period.target();
        BigDecimal actual = period.actual();
        if (target == null || actual == null || target.compareTo(from) == 0) {
            return Optional.empty();
        }
        BigDecimal way = actual.subtract(from).divide(target.subtract(from), PRECISION);
        return Optional.of(way.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    }

    private static BigDecimal shown(BigDecimal exact) {
        return exact.setScale(SHOWN, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
