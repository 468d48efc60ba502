package org.waymark.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One who follows the live stream on a connection of its own, and writes down what it is told, when, and what is wrong. */
final class Listener implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SMALL = 2_048;

    /** What was told when. */
    record Told(String id, long sequence, long at) {}

    final Map<String, Long> last = new ConcurrentHashMap<>();
    final Queue<Told> told = new ConcurrentLinkedQueue<>();
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile @Nullable String position;
    private volatile Socket socket;

    /** Whether it is this side that ends the connection. */
    private volatile boolean hangsUp;

    Listener(int port) {
        socket = connected(port, null, 0);
        follow(socket);
    }

    /** One who never reads, with as little room for what it is sent as there can be. */
    static Socket deaf(int port) {
        return connected(port, null, SMALL);
    }

    boolean isListening() {
        return position != null;
    }

    /** Cut off in the middle of whatever it is told, it goes on elsewhere from the last position it has heard. */
    void goOnAt(int port) {
        close();
        socket = connected(port, position, 0);
        hangsUp = false;
        follow(socket);
    }

    /** The last sequence that was told of a commitment. */
    long lastOf(String commitment) {
        return last.getOrDefault(commitment, 0L);
    }

    /** By the older protocol, in which a body is not cut into pieces. */
    private static Socket connected(int port, @Nullable String from, int room) {
        try {
            Socket socket = new Socket();
            if (room > 0) {
                socket.setReceiveBufferSize(room);
            }
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            String request = "GET /api/dashboard/stream HTTP/1.0\r\nHost: localhost\r\n"
                    + (from == null ? "" : "Last-Event-ID: " + from + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow(Socket from) {
        Thread.ofVirtual().start(() -> {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null && from == socket; line = in.readLine()) {
                    hear(line);
                }
                ended(from, "the stream ended");
            } catch (IOException e) {
                ended(from, "the stream was cut off: " + e);
            }
        });
    }

    private void ended(Socket from, String how) {
        if (from == socket && !hangsUp) {
            wrong.add(how);
        }
    }

    private void hear(String line) {
        if (line.startsWith("id: ")) {
            position = line.substring("id: ".length());
        } else if (line.equals("event: resync") || (line.startsWith("HTTP/") && !line.contains(" 200"))) {
            wrong.add(line);
        } else if (line.startsWith("data: {\"id\"")) {
            JsonNode data = JSON.readTree(line.substring("data: ".length()));
            Told one =
                    new Told(data.path("id").asString(), data.path("sequence").asLong(), System.nanoTime());
            told.add(one);
            last.merge(one.id(), one.sequence(), (before, now) -> {
                if (now < before) {
                    wrong.add("told of " + before + " before " + one);
                }
                return Math.max(before, now);
            });
        }
    }

    @Override
    public void close() {
        hangsUp = true;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
