package org.waymark.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.waymark.faults.Client.Answer;
import org.waymark.faults.History.Heard;
import org.waymark.faults.History.Promised;
import org.waymark.faults.History.Unknown;

/**
 * Programme officers of one partner with bad connections: each posts an update and repeats it with the same key, to
 * whichever process answers, until it is acknowledged; now and then one gives up.
 */
final class Officers {

    private static final int COUNT = 8;
    private static final int ONE_GIVES_UP_OF = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String[] ASSESSMENTS = {"on-track", "at-risk", "off-track"};

    private final List<Client> processes;
    private final History history;
    private final LocalDate today;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Promised> unclaimed = new ArrayList<>();
    private final List<Promised> promised = new ArrayList<>();

    /** {@code today} by the services' clocks. */
    Officers(List<Client> processes, History history, LocalDate today) {
        this.processes = processes;
        this.history = history;
        this.today = today;
    }

    void promise(int commitments, Random random) {
        for (int i = 0; i < commitments; i++) {
            String body = """
                    {"title": "Commitment %d", "level": "global", "start": "%s", "end": "%s", "milestones": [
                      {"title": "To be claimed", "due": "%s"}, {"title": "To be missed", "due": "%s"}]}
                    """.formatted(i, today.minusYears(1), today.plusYears(1), today.plusMonths(6), today);
            Answer answer = send("/api/commitments", body, key(random), random, false)
                    .orElseThrow(() -> new IllegalStateException("a commitment was not acknowledged"));
            if (answer.status() != 201) {
                throw new IllegalStateException("a commitment was refused: " + answer);
            }
            Promised made = new Promised(
                    answer.body().at("/id").asString(),
                    answer.body().at("/milestones/0/id").asString(),
                    answer.body().at("/milestones/1/id").asString());
            history.promised(made);
            promised.add(made);
            unclaimed.add(made);
        }
    }

    /** How many updates have been answered for good so far. */
    int answered() {
        return answered.get();
    }

    /** Posts so many updates, all officers at once, and returns when each knows what came of it or has given up. */
    void post(int updates, Random seed) {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int officer = 0; officer < COUNT; officer++) {
                Random random = new Random(seed.nextLong());
                int share = updates / COUNT;
                done.add(CompletableFuture.runAsync(() -> postSome(share, random), threads));
            }
        }
        done.forEach(CompletableFuture::join);
    }

    private void postSome(int updates, Random random) {
        for (int i = 0; i < updates; i++) {
            postOne(random);
            answered.incrementAndGet();
        }
    }

    private void postOne(Random random) {
        Said update = something(random);
        history.heard(
                update,
                send(update.path(), update.json(today), update.key(), random, true)
                        .map(Heard::of)
                        .orElseGet(Unknown::new));
    }

    /** Without repeating it; what has not been answered 2xx is told. */
    Heard postOnce(Random random) {
        Said update = something(random);
        Client process = processes.get(random.nextInt(processes.size()));
        Heard heard = process.post(update.path(), update.json(today), Map.of("Idempotency-Key", update.key()))
                .filter(answer -> answer.status() != 503)
                .map(Heard::of)
                .orElseGet(Unknown::new);
        history.heard(update, heard);
        return heard;
    }

    private Said something(Random random) {
        Promised commitment = promised.get(random.nextInt(promised.size()));
        int word = random.nextInt(ASSESSMENTS.length + 1);
        return new Said(
                key(random),
                commitment.id(),
                word == ASSESSMENTS.length ? null : ASSESSMENTS[word],
                random.nextInt(4) == 0 && claim(commitment) ? commitment.claimed() : null);
    }

    /** A milestone is claimed once; a second claim would rightly be refused. */
    private synchronized boolean claim(Promised commitment) {
        return unclaimed.remove(commitment);
    }

    /** Empty where the officer gave up. An answer other than 503 is one for good. */
    private Optional<Answer> send(String path, String body, String key, Random random, boolean mayGiveUp) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Client process = processes.get(random.nextInt(processes.size()));
            @Nullable
            Answer answer =
                    process.post(path, body, Map.of("Idempotency-Key", key)).orElse(null);
            if (answer != null && answer.status() != 503) {
                return Optional.of(answer);
            }
            if (mayGiveUp && random.nextInt(ONE_GIVES_UP_OF) == 0) {
                return Optional.empty();
            }
            pause();
        }
        throw new IllegalStateException("not answered within " + PATIENCE + ": POST " + path);
    }

    private static String key(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50); // as a person waits before sending again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
