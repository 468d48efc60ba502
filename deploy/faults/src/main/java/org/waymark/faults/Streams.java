package org.waymark.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Many follow the live stream at two services while officers post; half of them are cut off and go on at the other. Then
 * the same with some who never read, and both once more in the other order, so that a machine that warms up or slows down
 * favours neither.
 */
final class Streams {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int COMMITMENTS = 20;

    /**
     * @param listeners at both services together
     * @param deaf how many never read, where there are any
     */
    record Load(int listeners, int deaf, int posts, int perSecond) {}

    /** What one round came to, in milliseconds from sending a POST to hearing of it. */
    record Round(int deaf, long told, double median, double late, List<String> wrong) {}

    record Report(List<Round> rounds) {

        boolean isWell() {
            return rounds.stream().allMatch(round -> round.wrong().isEmpty());
        }

        /** With those who never read, in relation to without. */
        private double ratio(ToDoubleFunction<Round> of) {
            return rounds.stream().filter(one -> one.deaf() > 0).mapToDouble(of).sum()
                    / rounds.stream()
                            .filter(one -> one.deaf() == 0)
                            .mapToDouble(of)
                            .sum();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("never read       told    median ms       99% ms   wrong\n");
            rounds.forEach(one -> text.append("%10d %10d %12.1f %12.1f   %s%n"
                    .formatted(one.deaf(), one.told(), one.median(), one.late(), one.wrong())));
            return text.append("with them, in relation to without: median %.2f, 99%% %.2f"
                            .formatted(ratio(Round::median), ratio(Round::late)))
                    .toString();
        }
    }

    private final List<Client> boards;
    private final PrintStream out;
    private final List<Client> officers;
    private final Map<String, Long> sequences = new HashMap<>();

    Streams(List<Client> boards, PrintStream out) {
        this.boards = boards;
        this.out = out;
        Identity officer = Identity.officer(UUID.randomUUID().toString());
        this.officers =
                boards.stream().map(board -> new Client(board.port(), officer)).toList();
    }

    Report run(Load load) {
        for (int i = 0; i < COMMITMENTS; i++) {
            sequences.put(promised(), 1L);
        }
        List<Round> rounds = new ArrayList<>();
        for (int deaf : List.of(0, load.deaf(), load.deaf(), 0)) {
            rounds.add(round(load, deaf));
            out.println(rounds.getLast());
        }
        return new Report(rounds);
    }

    private Round round(Load load, int deaf) {
        List<Socket> silent =
                IntStream.range(0, deaf).mapToObj(i -> Listener.deaf(port(i))).toList();
        List<Listener> listeners = IntStream.range(0, load.listeners())
                .mapToObj(i -> new Listener(port(i)))
                .toList();
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> listeners.stream().allMatch(Listener::isListening));
            Map<String, Long> sent = post(load, listeners);
            List<String> wrong = new ArrayList<>(missed(listeners));
            listeners.forEach(one -> wrong.addAll(one.wrong));
            double[] times = listeners.stream()
                    .flatMap(one -> one.told.stream())
                    .filter(one -> sent.containsKey(key(one.id(), one.sequence())))
                    .mapToDouble(one -> (one.at() - sent.getOrDefault(key(one.id(), one.sequence()), 0L)) / 1e6)
                    .sorted()
                    .toArray();
            return new Round(deaf, times.length, times[times.length / 2], times[(int) (times.length * 0.99)], wrong);
        } finally {
            listeners.forEach(Listener::close);
            silent.forEach(Streams::close);
        }
    }

    /** At its pace, to both services in turn; in the middle, half of the listeners are cut off. */
    private Map<String, Long> post(Load load, List<Listener> listeners) {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        List<String> ids = List.copyOf(sequences.keySet());
        long began = System.nanoTime();
        for (int i = 0; i < load.posts(); i++) {
            pause(began + i * 1_000_000_000L / load.perSecond() - System.nanoTime());
            String id = ids.get(i % ids.size());
            long next = sequences.getOrDefault(id, 0L) + 1;
            sent.put(key(id, next), System.nanoTime());
            posted(officers.get(i % 2), "/api/commitments/" + id + "/updates", "{\"narrative\": \"More.\"}");
            sequences.put(id, next);
            if (i == load.posts() / 2) {
                IntStream.range(0, listeners.size() / 2)
                        .forEach(one -> listeners.get(one).goOnAt(port(one + 1)));
            }
        }
        return sent;
    }

    /** What the last of each commitment was not told to somebody within the patience. */
    private List<String> missed(List<Listener> listeners) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> listeners.stream()
                            .allMatch(one -> one.last.entrySet().containsAll(sequences.entrySet())));
            return List.of();
        } catch (ConditionTimeoutException e) {
            long how = listeners.stream()
                    .filter(one -> !one.last.entrySet().containsAll(sequences.entrySet()))
                    .count();
            return List.of(how + " listeners were not told of the last of every commitment");
        }
    }

    private String promised() {
        return posted(officers.getFirst(), "/api/commitments", """
                {"title": "Followed by many", "level": "global", "start": "2026-01-01", "end": "2099-12-31"}
                """)
                .body()
                .path("id")
                .asString();
    }

    private static Client.Answer posted(Client officer, String path, String json) {
        Client.Answer answer = officer.post(
                        path, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .orElseThrow(() -> new Client.NoAnswer("no answer to POST " + path));
        if (answer.status() != 201) {
            throw new Client.NoAnswer("POST " + path + ": " + answer);
        }
        return answer;
    }

    private int port(int i) {
        return boards.get(i % boards.size()).port();
    }

    private static String key(String id, long sequence) {
        return id + ":" + sequence;
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
