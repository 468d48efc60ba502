package org.waymark.prove;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** How far a commitment had come on one day, from 0 to 1 with four decimals; null where that is unknown. */
final class Progress {

    private static final int DECIMALS = 4;

    private Progress() {}

    static @Nullable BigDecimal selfReported(Known known, LocalDate day) {
        return of(known, day, Milestone::isReachedOn, Period::reportedOn);
    }

    static @Nullable BigDecimal verified(Known known, LocalDate day) {
        return of(known, day, Milestone::isVerifiedOn, Period::verifiedOn);
    }

    private static @Nullable BigDecimal of(
            Known known,
            LocalDate day,
            BiPredicate<Milestone, LocalDate> done,
            BiFunction<Period, LocalDate, @Nullable BigDecimal> value) {
        List<Milestone> planned = known.milestones().values().stream()
                .filter(one -> one.isThereOn(day))
                .toList();
        BigDecimal progress = planned.isEmpty() ? mean(known, day, value) : share(planned, day, done);
        return progress == null ? null : progress.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal share(
            List<Milestone> milestones, LocalDate day, BiPredicate<Milestone, LocalDate> done) {
        long all = 0;
        long reached = 0;
        for (Milestone one : milestones) {
            if (!one.isCancelledOn(day)) {
                all += one.weight();
                reached += done.test(one, day) ? one.weight() : 0;
            }
        }
        return all == 0 ? null : quotient(BigDecimal.valueOf(reached), all);
    }

    private static @Nullable BigDecimal mean(
            Known known, LocalDate day, BiFunction<Period, LocalDate, @Nullable BigDecimal> value) {
        List<BigDecimal> ways = known.indicators().values().stream()
                .filter(one -> one.countsOn(day))
                .map(one -> way(one, one.dueOn(day), day, value))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return ways.isEmpty() ? null : quotient(ways.stream().reduce(BigDecimal.ZERO, BigDecimal::add), ways.size());
    }

    private static @Nullable BigDecimal way(
            Indicator indicator,
            @Nullable Period due,
            LocalDate day,
            BiFunction<Period, LocalDate, @Nullable BigDecimal> value) {
        return due == null ? null : indicator.way(value.apply(due, day), due.target());
    }

    private static BigDecimal quotient(BigDecimal of, long by) {
        return of.divide(BigDecimal.valueOf(by), MathContext.DECIMAL64);
    }
}
