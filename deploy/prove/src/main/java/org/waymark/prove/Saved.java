package org.waymark.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the board said, kept in a file: each summary under what was asked, each card under its commitment. Links are left
 * out. The same questions are asked again to compare.
 */
record Saved(Map<String, JsonNode> summaries, Map<String, JsonNode> cards) {

    Saved {
        summaries = without(summaries, "links");
        cards = new TreeMap<>(cards);
    }

    static Saved load(Path file) {
        try {
            JsonNode tree = Json.read(Files.readAllBytes(file));
            return new Saved(fields(tree.path("summaries")), fields(tree.path("cards")));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
    }

    void save(Path file, Findings findings) {
        try {
            Files.write(file, Json.write(Map.of("summaries", summaries, "cards", cards)));
        } catch (IOException e) {
            findings.unknown("the file " + file + " cannot be written: " + e.getMessage());
        }
    }

    /** Asks the same again. */
    void compare(Api api, Findings findings) {
        try {
            summaries.forEach((path, then) -> {
                findings.compared(Part.SAVED);
                ObjectNode now = ((ObjectNode) api.get(path)).without("links");
                differences(path, then, now, findings);
            });
            Map<String, JsonNode> now = Cards.read(api);
            Map<String, JsonNode> all = new TreeMap<>(cards);
            now.forEach(all::putIfAbsent);
            JsonNode nothing = JsonNodeFactory.instance.missingNode();
            all.keySet().forEach(id -> {
                findings.compared(Part.SAVED);
                differences("card " + id, cards.getOrDefault(id, nothing), now.getOrDefault(id, nothing), findings);
            });
        } catch (Api.Unanswered e) {
            findings.unknown(e.getMessage());
        }
    }

    /** A line for each field that is another. */
    private static void differences(String where, JsonNode then, JsonNode now, Findings findings) {
        if (then.isObject() && now.isObject()) {
            Map<String, JsonNode> fields = fields(then);
            fields(now).forEach(fields::putIfAbsent);
            fields.keySet().forEach(name -> differences(where + " " + name, then.path(name), now.path(name), findings));
        } else if (!isSame(then, now)) {
            findings.differs(Part.SAVED, where + ": saved " + words(then) + ", now " + words(now));
        }
    }

    private static boolean isSame(JsonNode then, JsonNode now) {
        return then.isNumber() && now.isNumber()
                ? then.decimalValue().compareTo(now.decimalValue()) == 0
                : then.equals(now);
    }

    private static String words(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private static Map<String, JsonNode> without(Map<String, JsonNode> answers, String field) {
        Map<String, JsonNode> kept = new TreeMap<>();
        answers.forEach((path, answer) -> kept.put(path, answer.isObject() ? copy(answer, field) : answer));
        return kept;
    }

    private static JsonNode copy(JsonNode answer, String without) {
        ObjectNode copy = (ObjectNode) answer.deepCopy();
        copy.remove(without);
        return copy;
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
