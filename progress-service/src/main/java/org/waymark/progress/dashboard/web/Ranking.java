package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.domain.Figure;

/**
 * Keys of a dimension by one of their figures; those that come to the same, by the key.
 *
 * @param sortedBy value, or of progress mean; keys of which no progress is known are left out
 */
record Ranking(String by, String measure, String sortedBy, List<Item> items) {

    static final List<String> DIMENSIONS =
            List.of("partner", "country", "region", "group", "workstream", "level", "sdgTarget", "partnerType");

    /** Which end of the list is asked for. */
    enum Order {
        TOP,
        BOTTOM
    }

    /**
     * @param name absent where the key says it all, or is not known
     * @param mean of the commitments whose progress is known, 0 to 1; absent but for progress
     */
    record Item(
            String key,
            @Nullable String name,
            long value,
            @Nullable BigDecimal mean,
            String link) {

        private BigDecimal rank() {
            return mean == null ? BigDecimal.valueOf(value) : mean;
        }

        Item named(@Nullable String other) {
            return new Item(key, other, value, mean, link);
        }
    }

    static void check(String by) {
        if (!DIMENSIONS.contains(by)) {
            throw Problem.invalid("by", "One of: " + String.join(", ", DIMENSIONS) + ".");
        }
    }

    static Item item(String key, Figure figure, Map<String, Long> totals, String link) {
        BigDecimal mean = figure.isProgress()
                ? SummaryView.Mean.of(totals, figure.measure()).mean()
                : null;
        return new Item(key, null, figure.of(totals), mean, link);
    }

    static Ranking of(String by, Figure figure, Order order, int limit, Stream<Item> items) {
        Comparator<Item> lowestFirst = Comparator.comparing(Item::rank);
        Comparator<Item> sorting = switch (order) {
            case TOP -> lowestFirst.reversed();
            case BOTTOM -> lowestFirst;
        };
        List<Item> ranked = items.filter(item -> !figure.isProgress() || item.mean() != null)
                .sorted(sorting.thenComparing(Item::key))
                .limit(limit)
                .toList();
        return new Ranking(by, figure.name(), figure.isProgress() ? "mean" : "value", ranked);
    }

    Ranking named(Map<String, String> names) {
        return new Ranking(
                by,
                measure,
                sortedBy,
                items.stream().map(item -> item.named(names.get(item.key()))).toList());
    }

    List<String> keys() {
        return items.stream().map(Item::key).toList();
    }
}
