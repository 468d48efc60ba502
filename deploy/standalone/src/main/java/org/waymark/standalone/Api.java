package org.waymark.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services' HTTP surface as any client sees it: with a token of its own, and with patience where one is told to wait. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(30);

    private record Token(String value, Instant until) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Settings.Ports ports;

    Api(Settings.Ports ports) {
        this.ports = ports;
    }

    URI partner(String path) {
        return at(ports.partner(), path);
    }

    URI progress(String path) {
        return at(ports.progress(), path);
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Reads what everybody may read. */
    JsonNode get(URI uri) throws InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    /** Reads what may not be there yet. */
    Optional<JsonNode> find(URI uri) throws InterruptedException {
        HttpResponse<String> answer = once(HttpRequest.newBuilder(uri).GET().build());
        return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
    }

    JsonNode get(URI uri, Credentials.Client as) throws InterruptedException {
        return send(authorized(uri, as).GET());
    }

    JsonNode post(URI uri, Credentials.Client as, String key, JsonNode body) throws InterruptedException {
        return send(authorized(uri, as)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(json(body)));
    }

    /** Asks for what may be done again without a key. */
    JsonNode post(URI uri, Credentials.Client as, JsonNode body) throws InterruptedException {
        return send(
                authorized(uri, as).header("Content-Type", "application/json").POST(json(body)));
    }

    /** Changes whatever stands. */
    void put(URI uri, Credentials.Client as, JsonNode body) throws InterruptedException {
        send(authorized(uri, as)
                .header("If-Match", "*")
                .header("Content-Type", "application/json")
                .PUT(json(body)));
    }

    void delete(URI uri, Credentials.Client as) throws InterruptedException {
        send(authorized(uri, as).DELETE());
    }

    JsonNode post(URI uri, Credentials.Client as, String type, BodyPublisher body) throws InterruptedException {
        return send(authorized(uri, as).header("Content-Type", type).POST(body));
    }

    /** Until no service says of all it has that it comes later. */
    void awaitServed() throws InterruptedException {
        for (int port : List.of(ports.partner(), ports.progress(), ports.notification())) {
            HttpRequest asking =
                    HttpRequest.newBuilder(at(port, "/api/operations/held")).build();
            while (once(asking).statusCode() == 503) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpRequest.Builder authorized(URI uri, Credentials.Client as) throws InterruptedException {
        return HttpRequest.newBuilder(uri).timeout(LONGEST_ANSWER).header("Authorization", "Bearer " + token(as));
    }

    private String token(Credentials.Client client) throws InterruptedException {
        Token token = tokens.get(client.clientId());
        if (token == null || token.until().isBefore(Instant.now())) {
            token = newToken(client);
            tokens.put(client.clientId(), token);
        }
        return token.value();
    }

    private Token newToken(Credentials.Client client) throws InterruptedException {
        String basic = encoded(client.clientId()) + ":" + encoded(client.clientSecret());
        JsonNode answer = send(HttpRequest.newBuilder(partner("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        long seconds = answer.path("expires_in").asLong(60);
        return new Token(answer.path("access_token").asString(), Instant.now().plusSeconds(seconds / 2));
    }

    /** RFC 6749 section 2.3.1: both are form-encoded before they are put together. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder building) throws InterruptedException {
        HttpRequest request = building.build();
        Instant patience = Instant.now().plus(PATIENCE);
        HttpResponse<String> answer = once(request);
        while ((answer.statusCode() == 503 || answer.statusCode() == 429)
                && Instant.now().isBefore(patience)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            answer = once(request);
        }
        if (answer.statusCode() / 100 != 2) {
            throw refusal(request, answer);
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> once(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw Refused.because("%s %s got no answer (%s).".formatted(request.method(), request.uri(), e));
        }
    }

    private static Refused refusal(HttpRequest request, HttpResponse<String> answer) {
        return Refused.because("%s %s was answered with %d: %s"
                .formatted(request.method(), request.uri(), answer.statusCode(), reason(answer.body())));
    }

    private static String reason(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            JsonNode fields = problem.path("fields");
            String detail = problem.path("detail").asString("");
            return fields.isEmpty() ? detail : detail + " " + fields;
        } catch (JacksonException e) {
            return body.lines().findFirst().orElse("");
        }
    }
}
