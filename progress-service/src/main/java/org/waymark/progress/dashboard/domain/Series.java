package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value over the days: each holds from its day on until the next one's. The last is the one that stands. */
public record Series(List<Value> values) {

    static final Series NONE = new Series(List.of());

    public record Value(LocalDate from, BigDecimal value) {

        public Value {
            Stream.of(from, value).forEach(Objects::requireNonNull);
        }
    }

    public Series {
        values = List.copyOf(values);
    }

    /** The one that stands. */
    public @Nullable BigDecimal last() {
        return values.isEmpty() ? null : values.getLast().value();
    }

    @Nullable
    BigDecimal on(LocalDate day) {
        return values.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Value::value)
                .orElse(null);
    }

    /** From that day on it is this, whatever was said of later days. */
    Series standing(LocalDate from, BigDecimal value) {
        List<Value> next = new ArrayList<>(values);
        next.removeIf(one -> !one.from().isBefore(from));
        return plus(next, new Value(from, value));
    }

    /** From that day until the next of which something is known. */
    Series before(LocalDate from, BigDecimal value) {
        List<Value> next = new ArrayList<>(values);
        next.removeIf(one -> one.from().equals(from));
        int at = (int) next.stream().filter(one -> one.from().isBefore(from)).count();
        next.add(at, new Value(from, value));
        return new Series(next);
    }

    Series corrected(@Nullable BigDecimal value, LocalDate today) {
        if (value == null) {
            return NONE;
        }
        return values.isEmpty()
                ? standing(today, value)
                : plus(
                        values.subList(0, values.size() - 1),
                        new Value(values.getLast().from(), value));
    }

    Series fallenTo(@Nullable BigDecimal value, LocalDate today) {
        if (value == null) {
            return NONE;
        }
        if (values.isEmpty()) {
            return standing(today, value);
        }
        Series left = new Series(values.subList(0, values.size() - 1));
        BigDecimal stands = left.last();
        return stands != null && stands.compareTo(value) == 0
                ? left
                : plus(left.values(), new Value(values.getLast().from(), value));
    }

    private static Series plus(List<Value> values, Value last) {
        return new Series(Stream.concat(values.stream(), Stream.of(last)).toList());
    }
}
