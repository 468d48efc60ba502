package org.waymark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads everything a service says can be read, and then asks whether it has changed. */
public final class ConditionalGets {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 5;

    private final String base;
    private final @Nullable String token;

    /** @param token of a caller who may read all of it; null for anybody */
    public ConditionalGets(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * What became of each GET of the service's own description: {@code ETag, 304} where all is well.
     *
     * @param filled a path with ids in place of its parameters, and the query it needs
     */
    public Map<String, String> all(UnaryOperator<String> filled) {
        Map<String, String> outcomes = new TreeMap<>();
        JsonNode paths = JSON.readTree(get("/v3/api-docs", Map.of()).body()).path("paths");
        paths.forEachEntry((path, methods) -> {
            if (methods.has("get")) {
                outcomes.put(path, outcome(filled.apply(path)));
            }
        });
        return outcomes;
    }

    /** What changes between two questions is asked for again. */
    public String outcome(String path) {
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS && !last.equals("ETag, 304"); attempt++) {
            HttpResponse<String> first = get(path, Map.of());
            if (first.statusCode() != 200) {
                return "answers " + first.statusCode() + " at " + path;
            }
            String tag = first.headers().firstValue("ETag").orElse(null);
            if (tag == null || first.headers().allValues("ETag").size() != 1) {
                return "has the tags " + first.headers().allValues("ETag");
            }
            int again = get(path, Map.of("If-None-Match", tag)).statusCode();
            last = "ETag, " + again;
        }
        return last;
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        if (token != null) {
            sent.put("Authorization", "Bearer " + token);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        sent.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
