package org.waymark.faults;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Nonsense at the doors and nonsense on the topics, from one seed: no request fails for a reason that is ours, no partition
 * stands still, nothing that cannot be read is gone, and what is right goes its whole way afterwards.
 */
final class Fuzz {

    /** @param time for sending; reading it all may take longer */
    record Load(int bodies, long records, Duration time, long seed) {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 3;

    private final Cluster cluster;
    private final Client board;
    private final Client alerts;
    private final PrintStream out;
    private final int partners = Cluster.freePort();

    Fuzz(Cluster cluster, Client board, Client alerts, PrintStream out) {
        this.cluster = cluster;
        this.board = board;
        this.alerts = alerts;
        this.out = out;
        cluster.service("partner-1", Cluster.PARTNER, partners);
    }

    /** With one of each service. */
    static Fuzz started(Cluster cluster, PrintStream out) {
        Client board = new Client(Cluster.freePort(), Identity.secretariat());
        Client alerts = new Client(Cluster.freePort(), Identity.secretariat());
        cluster.service("progress-1", Cluster.PROGRESS, board.port());
        cluster.service("notification-1", Cluster.NOTIFICATION, alerts.port());
        return new Fuzz(cluster, board, alerts, out);
    }

    /** What was not as it should be. */
    List<String> run(Load load) {
        Cluster.awaitReady(board);
        Cluster.awaitReady(alerts);
        try {
            return run(load, new Doors(partners, board.port(), alerts.port()).all());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Half of the bodies come while the topics are clean: later nobody's term as co-chair can be confirmed. */
    private List<String> run(Load load, List<Door> doors) throws ExecutionException, InterruptedException {
        BadBodies bodies = new BadBodies(doors, load.seed());
        long began = System.nanoTime();
        long until = began + load.time().toNanos();
        int half = load.bodies() / 2;
        int sent = bodies.send(0, half, until);
        BadRecords records;
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<BadRecords> put = sender.submit(
                    () -> BadRecords.send(cluster.bootstrapServers(), load.records(), load.seed(), until));
            sent += bodies.send(half, load.bodies(), until);
            records = put.get();
        }
        out.printf("%d bodies, %s%n%s%nsent after %s%n", sent, bodies, records, since(began));
        out.println("never taken: " + bodies.neverTaken());
        List<String> faults = new ArrayList<>(bodies.failures());
        if (sent < load.bodies() || records.count() < load.records()) {
            faults.add("not all was sent in %s: %d bodies, %d records".formatted(load.time(), sent, records.count()));
        }
        bodies.unanswered().forEach(one -> faults.add("no service answers " + one));
        Drained drained = new Drained(cluster);
        faults.addAll(drained.stuck(PATIENCE));
        out.println("read after " + since(began));
        faults.addAll(drained.lost(records.sent()));
        faults.addAll(notServed(doors.getFirst().callers().getFirst()));
        return faults;
    }

    private static String since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s";
    }

    /** What is right still goes its whole way: from each partition to the board, to the alerts, and with these back. */
    private List<String> notServed(Client officer) {
        List<String> faults = new ArrayList<>();
        Set<Integer> partitions = new HashSet<>();
        for (int i = 0; partitions.size() < PARTITIONS && i < 100; i++) {
            Client.Answer promised = posted(officer, "/api/commitments", Surface.right("POST /api/commitments"));
            String id = promised.body().at("/id").asString("");
            posted(
                    officer,
                    "/api/commitments/" + id + "/updates",
                    "{\"milestones\": [{\"id\": \"%s\", \"status\": \"reached\", \"on\": \"2026-02-01\"}]}"
                            .formatted(promised.body().at("/milestones/0/id").asString("")));
            partitions.add(Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % PARTITIONS);
            if (!comes(() -> board.get("/api/dashboard/commitments/" + id + "?atLeast=2")
                            .at("/updates")
                            .asInt(0)
                    == 1)) {
                faults.add("never on the board: " + id);
            }
            if (!comes(() ->
                    !alerts.get("/api/alerts?commitment=" + id).at("/items").isEmpty())) {
                faults.add("never alerted: " + id);
            }
        }
        return faults;
    }

    private static boolean comes(Callable<Boolean> what) {
        try {
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(what);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static Client.Answer posted(Client officer, String path, String body) {
        return officer.post(
                        path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .filter(answer -> answer.status() == 201)
                .orElseThrow(() -> new Client.NoAnswer("not taken: POST " + path + " " + body));
    }
}
