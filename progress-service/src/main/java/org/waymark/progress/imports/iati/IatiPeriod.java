package org.waymark.progress.imports.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.Value;

/**
 * @param end never before the start
 * @param targetParts the target broken down: dimension, such as {@code sex}, to part, such as {@code female}, to number;
 *     parts of several dimensions at once stand under {@code sex, age} as {@code female, adult}
 * @param actualParts the actual, in the same way
 */
public record IatiPeriod(
        int line,
        LocalDate start,
        LocalDate end,
        @Nullable Value target,
        @Nullable Value actual,
        Map<String, Map<String, BigDecimal>> targetParts,
        Map<String, Map<String, BigDecimal>> actualParts) {

    public IatiPeriod {
        targetParts = copy(targetParts);
        actualParts = copy(actualParts);
    }

    private static Map<String, Map<String, BigDecimal>> copy(Map<String, Map<String, BigDecimal>> parts) {
        var copy = new LinkedHashMap<String, Map<String, BigDecimal>>();
        parts.forEach(
                (dimension, values) -> copy.put(dimension, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        return Collections.unmodifiableMap(copy);
    }
}
