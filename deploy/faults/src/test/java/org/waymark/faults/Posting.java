package org.waymark.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Programme officers with bad connections: each posts an update and repeats it with the same key, to whichever process
 * answers, until it is acknowledged. What was acknowledged is remembered as the client heard it.
 */
final class Posting {

    /** What a client was told: this update of this commitment is stored, at this sequence. */
    record Acknowledged(String commitment, String update, long sequence) {}

    private static final int OFFICERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String COMMITMENT = """
            {"title": "Commitment %d", "level": "global", "start": "2026-01-01", "end": "2027-12-31"}
            """;

    private final List<Client> processes;
    private final List<String> commitments = new ArrayList<>();
    private final Set<Acknowledged> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Posting(List<Client> processes, int commitments) {
        this.processes = processes;
        for (int i = 0; i < commitments; i++) {
            this.commitments.add(untilAcknowledged("/api/commitments", COMMITMENT.formatted(i), new Random(i))
                    .body()
                    .at("/id")
                    .asString());
        }
    }

    List<String> commitments() {
        return commitments;
    }

    Set<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** How often a post had to be repeated, because it was refused for now or not answered. */
    int notAcknowledgedAtOnce() {
        return refused.get();
    }

    /** Posts so many updates, and opens the latch when {@code after} of them have been acknowledged. */
    void post(int updates, int after, CountDownLatch reached, long seed) {
        answered.set(0);
        List<CompletableFuture<Void>> done = new ArrayList<>();
        try (ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int officer = 0; officer < OFFICERS; officer++) {
                Random random = new Random(seed * OFFICERS + officer);
                done.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < updates / OFFICERS; i++) {
                                postOne(random);
                                if (answered.incrementAndGet() >= after) {
                                    reached.countDown();
                                }
                            }
                        },
                        officers));
            }
            done.forEach(CompletableFuture::join);
        }
    }

    private void postOne(Random random) {
        String commitment = commitments.get(random.nextInt(commitments.size()));
        Client.Answer answer = untilAcknowledged(
                "/api/commitments/" + commitment + "/updates",
                "{\"narrative\": \"Update %d\"}".formatted(random.nextInt()),
                random);
        acknowledged.add(new Acknowledged(
                commitment,
                answer.body().at("/id").asString(),
                answer.body().at("/sequence").asLong()));
    }

    private Client.Answer untilAcknowledged(String path, String body, Random random) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Client process = processes.get(random.nextInt(processes.size()));
            Optional<Client.Answer> answer = process.post(path, body, key);
            if (answer.isPresent() && answer.get().status() == 201) {
                return answer.get();
            }
            if (answer.isPresent() && answer.get().status() != 503) {
                throw new IllegalStateException("POST " + path + ": " + answer.get());
            }
            refused.incrementAndGet();
            pause();
        }
        throw new IllegalStateException("not acknowledged within " + PATIENCE + ": POST " + path);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
