package org.waymark.faults;

import com.mongodb.client.MongoCollection;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.waymark.faults.Rebuilds.Made;

/**
 * The read model is made anew while officers post at a pace of their own and others read: nobody notices. Then one row of
 * its journal is taken away, and a rebuild finds that one and nothing else.
 */
final class Rebuilding {

    private static final int COMMITMENTS = 50;
    private static final int CARD_READERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_IT = Duration.ofSeconds(1);
    private static final String REPORTED = "org.waymark.commitment.progress-reported.v1";

    private final Cluster cluster;
    private final List<Client> boards;
    private final Client alerts;
    private final Topic topic;
    private final PrintStream out;
    private final Rebuilds rebuilds;
    private final History history = new History();
    private final Noted noted = new Noted();

    Rebuilding(Cluster cluster, List<Client> boards, Client alerts, Topic topic, PrintStream out) {
        this.cluster = cluster;
        this.boards = boards;
        this.alerts = alerts;
        this.topic = topic;
        this.out = out;
        this.rebuilds = new Rebuilds(boards.getFirst());
    }

    /** @param before so many updates stand when it begins */
    Rebuilt run(int before, Duration time, int perSecond, long seed) {
        Random random = new Random(seed);
        String partner = new UUID(random.nextLong(), random.nextLong()).toString();
        List<Client> doors = boards.stream()
                .map(board -> new Client(board.port(), Identity.officer(partner)))
                .toList();
        Officers officers =
                new Officers(doors, history, LocalDate.ofInstant(Instant.now().plus(cluster.ahead()), ZoneOffset.UTC));
        officers.promise(COMMITMENTS, random);
        officers.post(before, random);
        out.printf("%d updates stand; now %d a second for %s, and a rebuild%n", history.updates(), perSecond, time);
        Checker checker = new Checker(boards.getFirst(), alerts, topic, partner, history, false);
        Totals totals = new Totals(boards, partner, history, noted);
        Pace pace = new Pace(officers);
        Made made = whileRead(totals, random, () -> pace.post(time, perSecond, random));
        Verdict verdict = checker.check(PATIENCE);
        String missing = takeAway();
        Made found = rebuilds.make();
        Made switched = found.serves() ? found : rebuilds.switchTo(found.generation());
        return new Rebuilt(
                before,
                pace,
                noted,
                made,
                totals.stall(),
                verdict,
                missing,
                found,
                switched,
                isThere(switched.generation(), missing));
    }

    /** All read until the posts have been answered and the rebuild has ended. */
    private Made whileRead(Totals totals, Random seed, Runnable posts) {
        AtomicBoolean going = new AtomicBoolean(true);
        CardReader cards = new CardReader(boards, history, noted);
        try (Listener listener = new Listener(boards.getLast().port());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                CompletableFuture<Void> posting = CompletableFuture.runAsync(posts, threads);
                threads.execute(() -> totals.read(going::get));
                for (int i = 0; i < CARD_READERS; i++) {
                    Random random = new Random(seed.nextLong());
                    threads.execute(() -> cards.read(random, going::get));
                }
                LockSupport.parkNanos(BEFORE_IT.toNanos()); // so that it begins under load
                Made made = rebuilds.make();
                posting.join();
                cards.readAll(seed);
                awaitTold(listener);
                noted.readBesides(listener.told.size());
                listener.wrong.forEach(noted::wrong);
                return made;
            } finally {
                going.set(false);
            }
        }
    }

    private void awaitTold(Listener listener) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (History.Promised one : history.commitments()) {
            while (listener.lastOf(one.id()) < history.latestOf(one.id())) {
                if (System.nanoTime() > deadline) {
                    noted.wrong("the stream never told of the last update of " + one.id());
                    return;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** One row of the journal that serves, and nothing that follows from it; returns its id. */
    private String takeAway() {
        int serving = rebuilds.serving();
        String[] taken = new String[1];
        cluster.inStore(Cluster.PROGRESS, database -> {
            MongoCollection<Document> rows = database.getCollection(activity(serving));
            Document row = Objects.requireNonNull(
                    rows.findOneAndDelete(new Document("type", REPORTED)), "no row of the journal");
            taken[0] = row.getString("_id");
        });
        return Objects.requireNonNull(taken[0]);
    }

    private boolean isThere(int generation, String id) {
        AtomicBoolean found = new AtomicBoolean();
        cluster.inStore(
                Cluster.PROGRESS,
                database -> found.set(
                        database.getCollection(activity(generation)).countDocuments(new Document("_id", id)) == 1));
        return found.get();
    }

    private static String activity(int generation) {
        return "dashboard_" + generation + "_activity";
    }
}
