package org.waymark.progress.commitments.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value's parts by dimension: sex, age group, country and the like (IATI's {@code dimension}), each with its parts.
 * They need not add up to the whole, since not everybody is counted by every dimension.
 */
public record Disaggregation(Map<String, SortedMap<String, BigDecimal>> dimensions) {

    public static final Disaggregation NONE = new Disaggregation(Map.of());

    private static final int MOST_DIMENSIONS = 10;
    private static final int MOST_PARTS = 250;
    private static final int LONGEST_NAME = 100;

    public Disaggregation {
        TreeMap<String, SortedMap<String, BigDecimal>> copy = new TreeMap<>();
        dimensions.forEach((dimension, parts) -> {
            checkName(dimension);
            parts.keySet().forEach(Disaggregation::checkName);
            parts.values().forEach(Value.Quantity::new);
            copy.put(dimension, Collections.unmodifiableSortedMap(new TreeMap<>(parts)));
        });
        if (copy.size() > MOST_DIMENSIONS || copy.values().stream().anyMatch(parts -> parts.size() > MOST_PARTS)) {
            throw new IllegalArgumentException(
                    "At most " + MOST_DIMENSIONS + " dimensions of " + MOST_PARTS + " parts each.");
        }
        dimensions = Collections.unmodifiableSortedMap(copy);
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Names of dimensions and parts have 1 to 100 characters.");
        }
    }

    public boolean isEmpty() {
        return dimensions.isEmpty();
    }

    /** Whether no dimension's parts add up to more than {@code whole}: for counts, where each counts once. */
    boolean fitsInto(BigDecimal whole) {
        return dimensions.values().stream()
                .allMatch(parts -> parts.values().stream().noneMatch(part -> part.signum() < 0)
                        && parts.values().stream()
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .compareTo(whole)
                                <= 0);
    }
}
