package org.waymark.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that is told of alerts: it keeps what it hears, and answers 204 unless told otherwise. */
final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    record Received(String path, Map<String, List<String>> headers, String body) {

        String id() {
            return headers.getOrDefault("Webhook-id", List.of("")).getFirst();
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private final HttpServer server;
    private final Queue<Received> heard = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();

    private final Map<String, Duration> slowness = new ConcurrentHashMap<>();
    private final Map<String, Integer> slowTimes = new ConcurrentHashMap<>();
    private final Map<String, String> retryAfter = new ConcurrentHashMap<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Received(path, Map.copyOf(exchange.getRequestHeaders()), body));
            if (slowness.containsKey(path) && slowTimes.merge(path, -1, Integer::sum) >= 0) {
                LockSupport.parkNanos(slowness.getOrDefault(path, Duration.ZERO).toNanos());
            }
            if (retryAfter.containsKey(path)) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter.get(path));
            }
            exchange.getResponseHeaders().add("Connection", "close");
            Integer answer = answers.getOrDefault(path, new ArrayDeque<>()).poll();
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
        }
    }

    /** One after the other, then 204. */
    void answers(String path, Integer... statuses) {
        answers.put(path, new ConcurrentLinkedQueue<>(List.of(statuses)));
    }

    /** The first few times. */
    void isSlow(String path, Duration by, int times) {
        slowness.put(path, by);
        slowTimes.put(path, times);
    }

    void retryAfter(String path, String value) {
        retryAfter.put(path, value);
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    List<Received> at(String path) {
        return heard.stream().filter(one -> one.path().equals(path)).toList();
    }

    List<Received> await(String path, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> new ArrayList<>(at(path)), found -> found.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
