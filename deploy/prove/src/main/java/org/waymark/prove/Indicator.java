package org.waymark.prove;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something measured, in numbers or not. */
final class Indicator {

    private static final Set<String> IN_NUMBERS = Set.of("unit", "percentage");

    private final LocalDate added;
    private final boolean quantitative;
    private final boolean ascending;
    private final @Nullable BigDecimal baseline;
    private final Map<String, Period> periods = new LinkedHashMap<>();

    Indicator(JsonNode indicator, LocalDate added) {
        this.added = added;
        this.quantitative = IN_NUMBERS.contains(indicator.path("measure").asString(""));
        this.ascending = indicator.path("ascending").asBoolean(true);
        this.baseline = Period.number(indicator.path("baseline"), "value");
        indicator.path("periods").forEach(period -> add(period, added));
    }

    void add(JsonNode period, LocalDate recorded) {
        periods.put(period.path("id").asString(), new Period(period, recorded));
    }

    @Nullable
    Period period(String id) {
        return periods.get(id);
    }

    boolean countsOn(LocalDate day) {
        return quantitative && !added.isAfter(day);
    }

    /** The latest of those whose end has come; of those that end together the first. */
    @Nullable
    Period dueOn(LocalDate day) {
        return periods.values().stream()
                .filter(period -> period.isDueOn(day))
                .reduce((one, other) -> other.end().isAfter(one.end()) ? other : one)
                .orElse(null);
    }

    /** How far it has come from its baseline to the target, from 0 to 1; null where that cannot be said. */
    @Nullable
    BigDecimal way(@Nullable BigDecimal value, @Nullable BigDecimal target) {
        if (value == null || target == null) {
            return null;
        }
        if (baseline == null && !ascending) {
            return value.compareTo(target) <= 0 ? BigDecimal.ONE : null;
        }
        BigDecimal from = baseline == null ? BigDecimal.ZERO : baseline;
        if (target.compareTo(from) == 0) {
            return null;
        }
        return value.subtract(from)
                .divide(target.subtract(from), MathContext.DECIMAL64)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }
}
