package org.waymark.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of one process. An answer that did not come is empty: the caller does not know what became of it. */
record Client(int port, Identity identity) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final JsonMapper JSON = new JsonMapper();

    /** @param retryAfter in how many seconds to ask again, where the answer says so */
    record Answer(int status, JsonNode body, @Nullable String retryAfter) {}

    Optional<Answer> tryGet(String path) {
        return send(request(path).GET());
    }

    JsonNode get(String path) {
        Answer answer = tryGet(path).orElseThrow(() -> new NoAnswer("no answer to GET " + path));
        if (answer.status() != 200) {
            throw new NoAnswer("GET " + path + ": " + answer);
        }
        return answer.body();
    }

    /** A question that was not answered as it should be; it may be asked again. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(String message) {
            super(message);
        }
    }

    Optional<Answer> post(String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    /** Anything, with no header but these and who asks. */
    Optional<Answer> ask(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        String token = identity.token();
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Optional<Answer> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return Optional.of(new Answer(
                    response.statusCode(),
                    type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode(),
                    response.headers().firstValue("Retry-After").orElse(null)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
