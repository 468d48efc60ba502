package org.waymark.progress.imports;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Value;

/** A value as it was read, as the domain keeps it. */
final class Values {

    private Values() {}

    /** @throws IllegalArgumentException where it is larger than the domain keeps, with a sentence that says so */
    static @Nullable Value of(org.waymark.progress.imports.reading.@Nullable Value read) {
        return switch (read) {
            case null -> null;
            case org.waymark.progress.imports.reading.Value.Quantity quantity -> new Value.Quantity(quantity.number());
            case org.waymark.progress.imports.reading.Value.Words words -> new Value.Words(words.text());
        };
    }

    /** @throws IllegalArgumentException where there are more parts than the domain keeps, with a sentence that says so */
    static Disaggregation of(Map<String, Map<String, BigDecimal>> parts) {
        SortedMap<String, SortedMap<String, BigDecimal>> dimensions = new TreeMap<>();
        parts.forEach((dimension, values) -> dimensions.put(dimension, new TreeMap<>(values)));
        return new Disaggregation(dimensions);
    }
}
