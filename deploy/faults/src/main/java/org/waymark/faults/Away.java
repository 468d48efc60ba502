package org.waymark.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.waymark.faults.History.Acknowledged;
import org.waymark.faults.History.Refused;
import org.waymark.faults.History.Unknown;

/** The broker cannot be reached while officers go on posting at a pace of their own; then it can. */
final class Away {

    private static final int COMMITMENTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What it came to; times are of single posts, each from when it was due to be sent. */
    record Report(
            int posts,
            Map<String, Integer> not2xx,
            Duration p50,
            Duration p99,
            long waiting,
            Duration drained,
            Verdict verdict) {

        boolean isWell() {
            return not2xx.isEmpty() && verdict.isClean();
        }

        @Override
        public String toString() {
            return """
                    posts while the broker was away    %d, of which not answered 2xx: %s
                    POST                               p50 %d ms, p99 %d ms
                    events waiting when it was back    %d
                    drained after                      %.1f s
                    checker                            %s""".formatted(
                    posts, not2xx, p50.toMillis(), p99.toMillis(), waiting, drained.toMillis() / 1000.0, verdict);
        }
    }

    private final Cluster cluster;
    private final List<Client> boards;
    private final Client alerts;
    private final Topic topic;
    private final PrintStream out;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> not2xx = new ConcurrentHashMap<>();

    Away(Cluster cluster, List<Client> boards, Client alerts, Topic topic, PrintStream out) {
        this.cluster = cluster;
        this.boards = boards;
        this.alerts = alerts;
        this.topic = topic;
        this.out = out;
    }

    Report run(Duration away, int perSecond, long seed) {
        Random random = new Random(seed);
        String partner = new UUID(random.nextLong(), random.nextLong()).toString();
        History history = new History();
        List<Client> doors = boards.stream()
                .map(board -> new Client(board.port(), Identity.officer(partner)))
                .toList();
        Officers officers = new Officers(doors, history, LocalDate.now(ZoneOffset.UTC));
        officers.promise(COMMITMENTS, random);
        Checker checker = new Checker(boards.getFirst(), alerts, topic, partner, history, false);
        Verdict before = checker.check(PATIENCE);
        if (!before.isClean()) {
            throw new IllegalStateException("not well before the broker was away: " + before);
        }
        cluster.toBroker.unreachable();
        postAtAPace(officers, away, perSecond, random);
        long waiting = history.acknowledged() - COMMITMENTS;
        cluster.toBroker.open();
        long back = System.nanoTime();
        Duration drained = drain(history, back);
        out.printf("the broker is back, %d events are drained after %s%n", waiting, drained);
        Verdict verdict = checker.check(PATIENCE);
        return new Report(nanos.size(), Map.copyOf(not2xx), at(0.5), at(0.99), waiting, drained, verdict);
    }

    /** Open loop: a slow answer delays no other post, and counts from when its post was due. */
    private void postAtAPace(Officers officers, Duration away, int perSecond, Random seed) {
        long began = System.nanoTime();
        long pace = Duration.ofSeconds(1).toNanos() / perSecond;
        long posts = away.toNanos() / pace;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < posts; i++) {
                long due = began + i * pace;
                LockSupport.parkNanos(due - System.nanoTime());
                Random random = new Random(seed.nextLong());
                threads.execute(() -> post(officers, due, random));
                if (i % (60L * perSecond) == 0) {
                    out.printf("%3d min away, %d posted, not 2xx: %s%n", i / (60L * perSecond), i, not2xx);
                }
            }
        }
    }

    private void post(Officers officers, long due, Random random) {
        switch (officers.postOnce(random)) {
            case Acknowledged acknowledged -> {}
            case Refused refused -> not2xx.merge("answer " + refused.status(), 1, Integer::sum);
            case Unknown unknown -> not2xx.merge("503 or no answer within 20 s", 1, Integer::sum);
        }
        nanos.add(System.nanoTime() - due);
    }

    private Duration drain(History history, long back) {
        long expected = history.acknowledged();
        long there = 0;
        while (there < expected && System.nanoTime() - back < PATIENCE.toNanos()) {
            topic.read();
            there = history.commitments().stream()
                    .mapToLong(one -> topic.of(one.id()).stream()
                            .mapToLong(Topic.Announced::sequence)
                            .distinct()
                            .count())
                    .sum();
        }
        return Duration.ofNanos(System.nanoTime() - back);
    }

    private Duration at(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))]);
    }
}
