package org.waymark.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service says it answers, by its own OpenAPI document, with a body for whatever takes one: those that stand in
 * {@code bodies.txt} are right, the others are made from the schema and mostly are not.
 */
final class Surface {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 6;
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Whose answer never ends, or which would make every other answer wait: a new key, a new read model. */
    private static final List<String> LEFT_OUT =
            List.of("/api/dashboard/stream", "/api/operations/signing-keys", "/api/operations/rebuilds");

    /** @param bodies such as are right, or as the schema has them; empty where none is taken */
    record Operation(String method, String path, List<String> queries, List<String> bodies) {

        boolean takesBody() {
            return !bodies.isEmpty();
        }

        /** After which there would be little left to ask for. */
        boolean isForGood() {
            return method.equals("DELETE") || path.matches(".*/(withdrawal|completion|merge)");
        }
    }

    private static final Map<String, List<String>> RIGHT = right();

    private final JsonNode schemas;

    private Surface(JsonNode document) {
        this.schemas = document.at("/components/schemas");
    }

    /** @param besides as method and path, what the document does not name */
    static List<Operation> of(JsonNode document, List<String> besides) {
        Surface surface = new Surface(document);
        List<Operation> all = new ArrayList<>();
        for (String one : besides) {
            String[] words = one.split(" ");
            all.add(new Operation(words[0], words[1], List.of(), RIGHT.getOrDefault(one, List.of())));
        }
        document.at("/paths").properties().stream()
                .filter(path -> LEFT_OUT.stream().noneMatch(path.getKey()::startsWith))
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> surface.operation(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method)))
                        .forEach(all::add));
        return all;
    }

    /** The first body that is right for an operation. */
    static String right(String operation) {
        return RIGHT.getOrDefault(operation, List.of("{}")).getFirst();
    }

    /** Of all that a right body is kept for. */
    static Set<String> known() {
        return RIGHT.keySet();
    }

    private Operation operation(String method, String path, JsonNode said) {
        List<String> queries = said.path("parameters")
                .valueStream()
                .filter(one -> one.path("in").asString("").equals("query"))
                .map(one -> one.path("name").asString(""))
                .toList();
        List<String> bodies = new ArrayList<>(RIGHT.getOrDefault(method + " " + path, List.of()));
        JsonNode schema = said.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            bodies.add(JSON.writeValueAsString(example(schema, 0)));
        }
        return new Operation(method, path, queries, bodies);
    }

    private @Nullable Object example(JsonNode given, int depth) {
        JsonNode schema =
                given.has("$ref") ? schemas.path(given.path("$ref").asString("").replaceFirst(".*/", "")) : given;
        if (schema.has("enum")) {
            return schema.at("/enum/0").asString("");
        }
        JsonNode said = schema.path("type");
        return switch ((said.isArray() ? said.path(0) : said).asString("")) {
            case "object" -> depth > DEEPEST ? Map.of() : members(schema, depth);
            case "array" -> depth > DEEPEST ? List.of() : listOf(example(schema.path("items"), depth + 1));
            case "integer" -> 2027;
            case "number" -> 1.5;
            case "boolean" -> true;
            default -> text(schema.path("format").asString(""));
        };
    }

    private static List<Object> listOf(@Nullable Object one) {
        return one == null ? List.of() : List.of(one);
    }

    private Map<String, @Nullable Object> members(JsonNode schema, int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(one -> members.put(one.getKey(), example(one.getValue(), depth + 1)));
        return members;
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2027-06-30";
            case "date-time" -> "2027-06-30T12:00:00Z";
            case "uri", "url" -> "https://example.org/a";
            case "uuid" -> "8d0c8e6a-0000-5000-8000-000000000000";
            default -> "T";
        };
    }

    /** A line is method, path and body; what stands in capitals is filled in. */
    private static Map<String, List<String>> right() {
        Map<String, List<String>> right = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(Surface.class.getResourceAsStream("bodies.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 3))
                    .forEach(words -> right.computeIfAbsent(words[0] + " " + words[1], first -> new ArrayList<>())
                            .add(words[2].replace("\\n", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HashMap<>(right);
    }
}
