package org.waymark.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The broker cannot be reached while officers go on posting at a pace of their own; then it can. */
final class Away {

    private static final int COMMITMENTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BEFORE = Duration.ofSeconds(10);

    /** What it came to. The same pace with the broker there says what this machine can do. */
    record Report(Pace before, Pace away, long waiting, Duration drained, Verdict verdict) {

        boolean isWell() {
            return away.not2xx().isEmpty() && verdict.isClean();
        }

        @Override
        public String toString() {
            return """
                    with the broker        %s
                    while it was away      %s
                    events waiting         %d when it was back
                    drained after          %.1f s
                    checker                %s""".formatted(before, away, waiting, drained.toMillis() / 1000.0, verdict);
        }
    }

    private final Cluster cluster;
    private final List<Client> boards;
    private final Client alerts;
    private final Topic topic;
    private final PrintStream out;

    Away(Cluster cluster, List<Client> boards, Client alerts, Topic topic, PrintStream out) {
        this.cluster = cluster;
        this.boards = boards;
        this.alerts = alerts;
        this.topic = topic;
        this.out = out;
    }

    Report run(Duration time, int perSecond, long seed) {
        Random random = new Random(seed);
        String partner = new UUID(random.nextLong(), random.nextLong()).toString();
        History history = new History();
        List<Client> doors = boards.stream()
                .map(board -> new Client(board.port(), Identity.officer(partner)))
                .toList();
        Officers officers =
                new Officers(doors, history, LocalDate.now(ZoneOffset.UTC).plus(days()));
        officers.promise(COMMITMENTS, random);
        Pace before = new Pace(officers).post(BEFORE, perSecond, random);
        drain(history);
        long sent = history.acknowledged();
        cluster.toBroker.unreachable();
        out.printf("the broker is away for %s%n", time);
        Pace away = new Pace(officers).post(time, perSecond, random);
        long waiting = history.acknowledged() - sent;
        cluster.toBroker.open();
        Duration drained = drain(history);
        Verdict verdict = new Checker(boards.getFirst(), alerts, topic, partner, history, false).check(PATIENCE);
        return new Report(before, away, waiting, drained, verdict);
    }

    private Period days() {
        return Period.ofDays((int) cluster.ahead().toDays());
    }

    /** Until all that was acknowledged stands on the topic. */
    private Duration drain(History history) {
        long began = System.nanoTime();
        long expected = history.acknowledged();
        long there = 0;
        while (there < expected && System.nanoTime() - began < PATIENCE.toNanos()) {
            topic.read();
            there = history.commitments().stream()
                    .mapToLong(one -> topic.of(one.id()).stream()
                            .mapToLong(Topic.Announced::sequence)
                            .distinct()
                            .count())
                    .sum();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
