package org.waymark.progress.commitments.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Value;

/** Numbers and words from JSON and back. */
final class ValueMapping {

    private ValueMapping() {}

    static @Nullable Value value(@Nullable Object body, String field) {
        return body == null ? null : required(body, field);
    }

    static Value required(Object body, String field) {
        try {
            return switch (body) {
                case Number number -> new Value.Quantity(new BigDecimal(number.toString()));
                case String words -> new Value.Words(words);
                default -> throw new IllegalArgumentException("A number, or words in quotes.");
            };
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    static Disaggregation disaggregation(@Nullable Map<String, Map<String, BigDecimal>> body, String field) {
        if (body == null) {
            return Disaggregation.NONE;
        }
        SortedMap<String, SortedMap<String, BigDecimal>> dimensions = new TreeMap<>();
        body.forEach((dimension, parts) -> {
            if (parts == null || parts.containsValue(null)) {
                throw Problem.invalid(field + "." + dimension, "Parts by name, each with its number.");
            }
            dimensions.put(dimension, new TreeMap<>(parts));
        });
        try {
            return new Disaggregation(dimensions);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    static @Nullable Object json(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Quantity quantity -> new BigDecimal(quantity.number().toPlainString());
            case Value.Words words -> words.text();
            case Value.Lost lost -> null;
        };
    }

    static @Nullable Map<String, SortedMap<String, BigDecimal>> json(Disaggregation disaggregation) {
        return disaggregation.isEmpty() ? null : disaggregation.dimensions();
    }
}
