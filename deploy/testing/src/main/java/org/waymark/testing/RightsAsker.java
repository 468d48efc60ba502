package org.waymark.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.testing.RightsTable.Paths;
import org.waymark.testing.RightsTable.Whose;

/** Asks a service as one caller after the other, and makes one sign of each answer. */
record RightsAsker(String base, Map<String, String> tokens, Paths paths) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A version that never stands: who is allowed to change something is refused for it, and nothing changes. */
    private static final String NEVER = "\"987654321\"";

    String answers(RightsTable.Line line, String caller) {
        StringBuilder signs = new StringBuilder();
        for (Whose whose : line.isOfSomebody() ? Whose.values() : new Whose[] {Whose.ABSENT}) {
            signs.append(sign(line, caller, whose));
        }
        return signs.toString();
    }

    /** Whoever may read something may ask for its head, and nobody else. */
    private String sign(RightsTable.Line line, String caller, Whose whose) {
        String[] words = line.endpoint().split(" ", 2);
        String method = words[0].equals("ANY") ? "GET" : words[0];
        String path = paths.filled(words[1], caller, whose);
        String version = line.anyVersion() ? "*" : NEVER;
        String sign = sign(status(method, path, line.body(), version, caller));
        boolean differs = method.equals("GET") && !sign.equals(sign(status("HEAD", path, null, version, caller)));
        return differs ? "?" : sign;
    }

    private static String sign(int status) {
        return switch (status) {
            case 401 -> "1";
            case 403 -> "3";
            case 404 -> "4";
            case 405 -> "-";
            default -> status >= 500 ? "5" : "+";
        };
    }

    private int status(String method, String path, @Nullable String body, String version, String caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("If-Match", version)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type(body));
        }
        String token = tokens.getOrDefault(caller, "");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close(); // some never end
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " as " + caller, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String type(String body) {
        return switch (body.charAt(0)) {
            case '{' -> "application/json";
            case '<' -> "application/xml";
            default -> "application/x-www-form-urlencoded";
        };
    }
}
