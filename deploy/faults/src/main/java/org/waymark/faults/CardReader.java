package org.waymark.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.waymark.faults.History.Promised;

/** Reads cards as somebody who was just told that an update is stored: it comes to stand there, and nothing goes back. */
final class CardReader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Client> boards;
    private final History history;
    private final Noted noted;
    private final Map<String, Long> shown = new ConcurrentHashMap<>();

    CardReader(List<Client> boards, History history, Noted noted) {
        this.boards = boards;
        this.history = history;
        this.noted = noted;
    }

    /** Some card after the other. */
    void read(Random random, BooleanSupplier asLongAs) {
        List<Promised> all = List.copyOf(history.commitments());
        while (asLongAs.getAsBoolean()) {
            await(all.get(random.nextInt(all.size())).id(), random);
            Noted.pause();
        }
    }

    /** Each once more: all that was acknowledged is on its card. */
    void readAll(Random random) {
        history.commitments().forEach(one -> await(one.id(), random));
    }

    private void await(String id, Random random) {
        long told = history.latestOf(id);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (look(id, told, boards.get(random.nextInt(boards.size()))) < told) {
            if (System.nanoTime() > deadline) {
                noted.wrong("card " + id + " did not come to the acknowledged " + told);
                return;
            }
            Noted.pause();
        }
    }

    /** The sequence it stands at. */
    private long look(String id, long told, Client board) {
        long before = shown.getOrDefault(id, 0L);
        String path = "/api/dashboard/commitments/" + id + "?atLeast=" + told;
        Optional<Client.Answer> answer = board.tryGet(path);
        noted.read();
        if (answer.filter(one -> one.status() == 200).isEmpty()) {
            noted.wrong("GET " + path + ": " + answer);
            return 0;
        }
        long now = answer.get().body().at("/sequence").asLong();
        if (now < before) {
            noted.wrong("card " + id + " fell from " + before + " to " + now);
        }
        shown.merge(id, now, Math::max);
        return now;
    }
}
