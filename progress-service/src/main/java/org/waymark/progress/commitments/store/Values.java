package org.waymark.progress.commitments.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Value;

/** Days, numbers, words and codes as the store keeps them. */
final class Values {

    private Values() {}

    static @Nullable Object write(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Quantity quantity -> new Decimal128(quantity.number());
            case Value.Words words -> words.text();
            case Value.Lost lost -> "";
        };
    }

    static @Nullable Value read(@Nullable Object stored) {
        return stored == null ? null : require(stored);
    }

    static Value require(@Nullable Object stored) {
        if (stored instanceof Decimal128 number) {
            return new Value.Quantity(number.bigDecimalValue());
        }
        if (stored instanceof String text) {
            return text.isEmpty() ? new Value.Lost() : new Value.Words(text);
        }
        throw new IllegalStateException("neither a number nor words: " + stored);
    }

    /** As a list: names of dimensions and parts may hold what the store does not allow in the name of a field. */
    static @Nullable List<Document> write(Disaggregation disaggregation) {
        if (disaggregation.isEmpty()) {
            return null;
        }
        return disaggregation.dimensions().entrySet().stream()
                .flatMap(dimension -> dimension.getValue().entrySet().stream()
                        .map(part -> new Document("dimension", dimension.getKey())
                                .append("part", part.getKey())
                                .append("value", new Decimal128(part.getValue()))))
                .toList();
    }

    static Disaggregation disaggregation(Document stored) {
        SortedMap<String, SortedMap<String, BigDecimal>> dimensions = new TreeMap<>();
        documents(stored, "disaggregation")
                .forEach(part -> dimensions
                        .computeIfAbsent(part.getString("dimension"), name -> new TreeMap<>())
                        .put(
                                part.getString("part"),
                                part.get("value", Decimal128.class).bigDecimalValue()));
        return new Disaggregation(dimensions);
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    /** None where the field is not there yet. */
    static List<String> strings(Document stored, String name) {
        List<String> found = stored.getList(name, String.class);
        return found == null ? List.of() : found;
    }

    /** None where the field is not there yet. */
    static List<Document> documents(Document stored, String name) {
        List<Document> found = stored.getList(name, Document.class);
        return found == null ? List.of() : found;
    }

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Kebab.parse(type, text)
                .orElseThrow(() -> new IllegalStateException("no such " + type.getSimpleName() + ": " + text));
    }
}
