package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What listeners are told over real connections, cut off and slow ones among them. */
class StreamIT extends ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UPDATES = 30;

    @Autowired
    ApplicationContext context;

    @Test
    void many_hear_of_every_change_in_order_though_some_are_cut_off_and_some_never_read() throws IOException {
        List<String> ids =
                IntStream.range(0, 3).mapToObj(i -> aCommitment().text("/id")).toList();
        ids.forEach(id -> await().atMost(PATIENCE)
                .until(() -> anybody.get("/api/dashboard/commitments/" + id).status() == 200));
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            deaf.add(connected(null));
        }
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            listeners.add(new Listener(i % 2 == 0));
        }
        await().atMost(PATIENCE).until(() -> listeners.stream().allMatch(listener -> listener.last != null));

        for (int i = 0; i < UPDATES; i++) {
            for (String id : ids) {
                ilo.post("/api/commitments/" + id + "/updates", "{\"narrative\": \"More.\"}", withKey());
            }
            if (i == UPDATES / 2) {
                listeners.stream().filter(listener -> listener.isCutOff).forEach(Listener::cut);
            }
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listeners)
                        .allSatisfy(listener ->
                                ids.forEach(id -> assertThat(listener.told).containsEntry(id, UPDATES + 1L))));
        assertThat(listeners).allSatisfy(listener -> assertThat(listener.wrong).isEmpty());
        listeners.forEach(Listener::close);
        for (Socket one : deaf) {
            one.close();
        }
    }

    @Test
    void a_stream_is_not_compressed_and_has_no_etag() throws IOException {
        try (Socket socket = connected("Accept-Encoding: gzip")) {
            List<String> head = new ArrayList<>();
            BufferedReader in = reader(socket);
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line.toLowerCase(Locale.ROOT));
            }

            assertThat(head.getFirst()).contains(" 200");
            assertThat(head).anyMatch(line -> line.startsWith("content-type: text/event-stream"));
            assertThat(head).noneMatch(line -> line.startsWith("content-encoding") || line.startsWith("etag"));
        }
    }

    @Test
    void nobody_listens_more_often_than_one_caller_may() throws IOException {
        String token = TestTokens.token("listener", ILO, "partner");
        Map<String, String> asListener = Map.of("Authorization", "Bearer " + token);
        List<Socket> listening = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            listening.add(connected("Authorization: Bearer " + token));
            assertThat(reader(listening.getLast()).readLine()).contains(" 200");
        }

        Api.Answer refused = anybody.get("/api/dashboard/stream", asListener);
        Api.Answer feed = anybody.get("/api/feed?limit=1", asListener);
        for (Socket one : listening) {
            one.close();
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/type")).endsWith("too-many-streams");
        assertThat(refused.headers()).containsEntry("Retry-After", "30");
        assertThat(feed.status()).isEqualTo(429);
        assertThat(anybody.get("/api/feed?limit=1").status()).isEqualTo(200);
    }

    @Test
    void says_when_as_many_listen_as_can() {
        AtomicInteger open = (AtomicInteger)
                Objects.requireNonNull(ReflectionTestUtils.getField(context.getBean("streams"), "open"));
        open.addAndGet(5_000);

        Api.Answer answer = anybody.get("/api/dashboard/stream", Map.of("Accept", "text/event-stream"));
        open.addAndGet(-5_000);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "30");
    }

    /** By the older protocol, in which a body is not cut into pieces. */
    private Socket connected(@Nullable String header) throws IOException {
        Socket socket = new Socket("localhost", port);
        String request = "GET /api/dashboard/stream HTTP/1.0\r\nHost: localhost\r\n"
                + (header == null ? "" : header + "\r\n") + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private final class Listener {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        final boolean isCutOff;
        final Map<String, Long> told = new ConcurrentHashMap<>();
        final Map<String, String> wrong = new ConcurrentHashMap<>();
        volatile @Nullable String last;
        private volatile Socket socket;

        Listener(boolean isCutOff) throws IOException {
            this.isCutOff = isCutOff;
            this.socket = connected(null);
            follow(socket);
        }

        void cut() {
            try {
                socket.close();
                socket = connected("Last-Event-ID: " + last);
                follow(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void follow(Socket from) {
            Thread.ofVirtual().start(() -> {
                try (BufferedReader in = reader(from)) {
                    for (String line = in.readLine(); line != null && from == socket; line = in.readLine()) {
                        hear(line);
                    }
                } catch (IOException e) {
                    return; // cut off
                }
            });
        }

        private void hear(String line) {
            if (line.startsWith("id: ")) {
                last = line.substring(4);
            } else if (line.equals("event: resync")) {
                wrong.put(line, line);
            } else if (line.startsWith("data: ")) {
                JsonNode data = JSON.readTree(line.substring(6));
                told.merge(data.path("id").asString(), data.path("sequence").asLong(), (before, now) -> {
                    if (now < before) {
                        wrong.put("back", before + " " + line);
                    }
                    return now;
                });
            }
        }
    }
}
