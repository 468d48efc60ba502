package org.waymark.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The sample work plan of the resource files {@code /sample/*.json}. A date there is a number of days from the first
 * start, such as {@code "+30d"}, so that something is always overdue and something always still to come.
 */
record Sample(List<Partner> partners, List<Promised> commitments) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern DAYS = Pattern.compile("[+-]\\d+d");

    /** @param body what is posted to {@code /api/partners} */
    record Partner(String key, boolean coChair, ObjectNode body) {}

    /**
     * @param by key of the lead partner
     * @param supporting keys of partners
     * @param body what is posted to {@code /api/commitments}, without ids
     */
    record Promised(String key, String by, @Nullable List<String> supporting, ObjectNode body, List<Update> updates) {}

    /**
     * @param reached milestones by their place in the commitment
     * @param actuals values by the place of indicator and period
     * @param body the rest of what is posted
     */
    record Update(
            String by,
            @Nullable List<Reached> reached,
            @Nullable List<Actual> actuals,
            ObjectNode body) {}

    record Reached(int milestone, LocalDate on) {}

    record Actual(int indicator, int period, int value) {}

    static Sample of(LocalDate today) {
        return new Sample(
                List.of(JSON.treeToValue(read("partners", today), Partner[].class)),
                List.of(JSON.treeToValue(read("commitments", today), Promised[].class)));
    }

    private static JsonNode read(String name, LocalDate today) {
        try (InputStream file = Sample.class.getResourceAsStream("/sample/" + name + ".json")) {
            return dated(JSON.readTree(file), today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode dated(JsonNode node, LocalDate today) {
        return switch (node) {
            case ObjectNode object -> {
                object.propertyNames().forEach(name -> object.set(name, dated(object.get(name), today)));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, dated(array.get(i), today));
                }
                yield array;
            }
            case StringNode text -> StringNode.valueOf(dated(text.asString(), today));
            default -> node;
        };
    }

    private static String dated(String text, LocalDate today) {
        if (!DAYS.matcher(text).matches()) {
            return text;
        }
        return today.plusDays(Long.parseLong(text.substring(0, text.length() - 1)))
                .toString();
    }
}
