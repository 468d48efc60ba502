package org.waymark.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the stream of changes, which is neither cut off nor tells of a commitment what is older than it told. */
final class Ear implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "data: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Client board;
    private final Noted noted;
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private volatile boolean listening = true;

    Ear(Client board, Noted noted) {
        this.board = board;
        this.noted = noted;
        Thread.ofVirtual().name("listener").start(this::listen);
    }

    /** The last sequence that was told of a commitment. */
    long told(String commitment) {
        return told.getOrDefault(commitment, 0L);
    }

    private void listen() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + board.port() + "/api/dashboard/stream"))
                .build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            noted.read();
            if (answer.statusCode() != 200) {
                noted.wrong("the stream answers " + answer.statusCode());
            }
            try (Stream<String> lines = answer.body()) {
                lines.forEach(this::take);
            }
            ended("ended");
        } catch (IOException | UncheckedIOException e) {
            ended("was cut off: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String line) {
        if (!line.startsWith(PREFIX)) {
            return;
        }
        JsonNode change = JSON.readTree(line.substring(PREFIX.length()));
        if (!change.has("id")) {
            noted.wrong("the stream lost its place");
            return;
        }
        noted.read();
        long now = change.at("/sequence").asLong();
        long was = told.merge(change.at("/id").asString(), now, Math::max);
        if (now < was) {
            noted.wrong("the stream told of " + now + " behind " + was);
        }
    }

    private void ended(String how) {
        if (listening) {
            noted.wrong("the stream " + how);
        }
    }

    @Override
    public void close() {
        listening = false;
        http.shutdownNow();
    }
}
