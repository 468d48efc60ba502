package org.waymark.prove;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What anybody may read over HTTP. */
final class Api {

    private static final int ATTEMPTS = 3;
    private static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Api(URI progress) {
        this.progress = progress;
    }

    /** A question that was not answered, so that nothing can be said about what was asked. */
    static final class Unanswered extends RuntimeException {
        Unanswered(String path, String why) {
            super("GET " + path.replaceAll("=[^&]*", "=..") + " answers " + why);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNullElse(super.getMessage(), "");
        }
    }

    /** @throws Unanswered where the answer is not 200 with JSON; what may pass is tried again first */
    JsonNode get(String path) {
        for (int attempt = 1; ; attempt++) {
            try {
                return ask(path);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new Unanswered(path, "nothing (" + e + ")");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** A list's pages, one after the other. */
    Iterable<JsonNode> pages(String path) {
        return () -> new Pages(this, withLimit(path));
    }

    /** As long a page as is given. */
    static String withLimit(String path) {
        return path + (path.contains("?") ? "&" : "?") + "limit=" + MOST;
    }

    private JsonNode ask(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(progress.toString() + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() >= 500) {
            throw new IOException(String.valueOf(answer.statusCode()));
        }
        if (answer.statusCode() != 200) {
            throw new Unanswered(path, String.valueOf(answer.statusCode()));
        }
        try {
            return Json.read(answer.body());
        } catch (JacksonException e) {
            throw new Unanswered(path, "what is no JSON");
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
