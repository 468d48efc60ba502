package org.waymark.faults;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A service to be asked what it must refuse.
 *
 * @param callers who asks
 * @param inPaths what ids there are to put into paths, by the word before them; the first is the first caller's own
 * @param inBodies and into bodies, by the word that stands there for one
 */
record Door(
        String service,
        List<Client> callers,
        List<Surface.Operation> operations,
        Map<String, List<String>> inPaths,
        Map<String, String> inBodies) {

    private static final int TOO_LONG = 1_100_000;
    private static final Pattern PLACE = Pattern.compile("([a-z-]+)/\\{\\w+}");
    private static final List<String> VERSIONS =
            List.of("\"1\"", "W/\"1\"", "1", "\"-1\"", "\"9223372036854775808\"", "*, *", "\"\"", "\"x\"");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/xml",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "text/csv",
            "text/plain",
            "multipart/form-data; boundary=part",
            "multipart/form-data",
            "image/png",
            "nonsense");

    /** One request, and whatever is needed to send it again. */
    record Request(
            Client caller, String method, String path, byte[] body, Map<String, String> headers, String operation) {

        String told() {
            String text = new String(body, StandardCharsets.UTF_8);
            return "%s %s %s %s".formatted(method, path, headers, text.substring(0, Math.min(400, text.length())));
        }
    }

    /**
     * A request that depends on nothing but these.
     *
     * @param name what is made new is called by it
     */
    Request request(UUID name, Random random) {
        Garbled garbled = new Garbled(random);
        boolean withBody = random.nextInt(5) > 0;
        List<Surface.Operation> fitting =
                operations.stream().filter(one -> one.takesBody() == withBody).toList();
        Surface.Operation operation = garbled.pick(fitting);
        String body = operation.takesBody() ? garbled.pick(operation.bodies()) : "";
        byte[] bytes = body.isEmpty() ? new byte[0] : garbled.body(filled(body, name));
        return new Request(
                garbled.pick(callers),
                operation.method(),
                path(operation, random, garbled),
                random.nextInt(2_000) == 0 ? " ".repeat(TOO_LONG).getBytes(StandardCharsets.UTF_8) : bytes,
                headers(body, name, random, garbled),
                operation.method() + " " + operation.path());
    }

    private String filled(String body, UUID name) {
        String filled = body.replace("NUMBER", name.toString());
        for (Map.Entry<String, String> id : inBodies.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    /** Mostly of the first caller, else of another, of nobody, or none at all. */
    private String path(Surface.Operation operation, Random random, Garbled garbled) {
        String path = PLACE.matcher(operation.path()).replaceAll(place -> {
            List<String> ids = inPaths.getOrDefault(place.group(1), List.of());
            boolean odd = ids.isEmpty() || random.nextInt(8) == 0 || operation.isForGood() && random.nextInt(1_000) > 0;
            String id = odd ? quoted(garbled.text()) : random.nextBoolean() ? ids.getFirst() : garbled.pick(ids);
            return place.group(1) + "/" + id.replace("$", "\\$");
        });
        List<String> queries = new ArrayList<>();
        for (String query : operation.queries()) {
            if (query.equals("name")) {
                queries.add("name=" + garbled.pick(List.of("a.txt", "a.pdf", "a", quoted(garbled.text()))));
            } else if (random.nextInt(query.equals("atLeast") ? 100 : 4)
                    == 0) { // to wait for what comes takes its time
                queries.add(query + "=" + quoted(garbled.word()));
            }
        }
        return queries.isEmpty() ? path : path + "?" + String.join("&", queries);
    }

    private static String quoted(String text) {
        String quoted = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return quoted.isEmpty() ? "%20" : quoted;
    }

    private static Map<String, String> headers(String body, UUID name, Random random, Garbled garbled) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!body.isEmpty()) {
            headers.put("Content-Type", random.nextInt(12) == 0 ? garbled.pick(TYPES) : type(body));
        }
        if (random.nextInt(12) > 0) {
            headers.put("If-Match", random.nextInt(4) == 0 ? garbled.pick(VERSIONS) : "*");
        }
        switch (random.nextInt(12)) {
            case 0 -> {}
            case 1 -> headers.put("Idempotency-Key", "again");
            case 2 -> headers.put("Idempotency-Key", "k".repeat(1 + random.nextInt(400)));
            default -> headers.put("Idempotency-Key", name.toString());
        }
        return headers;
    }

    private static String type(String body) {
        return switch (body.charAt(0)) {
            case '{', '[' -> "application/json";
            case '<' -> "application/xml";
            case '%' -> "application/pdf";
            case '-' -> "multipart/form-data; boundary=part";
            case 'S' -> "text/plain";
            default -> body.contains("\n") ? "text/csv" : "application/x-www-form-urlencoded";
        };
    }
}
