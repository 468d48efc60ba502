package org.waymark.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP as a client sends it, for one caller. */
record Api(String base, @Nullable String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    record Answer(int status, Map<String, String> headers, JsonNode body) {
        String text(String pointer) {
            return body.at(pointer).asString();
        }

        long number(String pointer) {
            return body.at(pointer).asLong();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, Map<String, String> headers) {
        return send(with(request(path).GET(), headers));
    }

    Answer post(String path, String json, Map<String, String> headers) {
        return send(with(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)), headers));
    }

    Answer post(String path, String type, byte[] body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer patch(String path, String json, Map<String, String> headers) {
        return send(with(
                request(path).header("Content-Type", "application/json").method("PATCH", BodyPublishers.ofString(json)),
                headers));
    }

    Answer put(String path, String json, Map<String, String> headers) {
        return send(with(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)), headers));
    }

    Answer delete(String path, Map<String, String> headers) {
        return send(with(request(path).DELETE(), headers));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = now(() -> CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        String type = headers.getOrDefault("Content-Type", "");
        JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode();
        return new Answer(response.statusCode(), headers, body);
    }

    static <T> T now(Callable<T> call) {
        try {
            return call.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
