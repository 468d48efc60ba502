package org.waymark.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** The broker is away for a minute; the read model is thrown away. Neither loses, doubles or alerts anything. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwayIT {

    private static final String PROGRESS = "org.waymark.progress.ProgressService";
    private static final String NOTIFICATION = "org.waymark.notification.NotificationService";
    private static final Duration AWAY = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static final String OFFICERS = "5c1d52b4-63f8-5c3e-9d3f-0f5c6f7f9a03";

    private static ServerProcess progress;
    private static ServerProcess notification;
    private static Client board;
    private static Client alerts;
    private static Posting posting;

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder);
        board = new Client(Cluster.freePort(), TestTokens.token("officer", OFFICERS, "partner"));
        alerts = new Client(Cluster.freePort(), TestTokens.token("secretariat", null, "secretariat"));
        progress = cluster.service("progress", PROGRESS, board.port());
        notification = cluster.service("notification", NOTIFICATION, alerts.port());
        Cluster.awaitReady(board);
        Cluster.awaitReady(alerts);
        posting = new Posting(List.of(board), 20);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void takes_every_update_while_the_broker_is_away_and_publishes_them_afterwards() throws InterruptedException {
        posting.post(40, 40, new CountDownLatch(1), 1);
        cluster.broker.stop();
        long back = System.nanoTime() + AWAY.toNanos();

        for (int round = 2; System.nanoTime() < back; round++) {
            posting.post(40, 40, new CountDownLatch(1), round);
            Thread.sleep(2_000); // the pace of reporting; nothing waits for it
        }
        assertThat(posting.notAcknowledgedAtOnce())
                .as("posts refused while the broker was away")
                .isZero();
        cluster.broker.startAgain();

        new Checker(board, OFFICERS, cluster.bootstrapServers()).check(posting.commitments(), posting.acknowledged());
    }

    @Test
    @Order(2)
    void makes_the_same_board_again_and_raises_no_alert_when_the_read_model_is_dropped() {
        claimAMilestone();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> alerts.get("/api/alerts").at("/items").size() == 1);
        JsonNode alertsBefore = alerts.get("/api/alerts");
        JsonNode cardsBefore = board.get("/api/dashboard/commitments?limit=200");
        JsonNode summaryBefore = board.get("/api/dashboard/summary");

        progress.stop();
        notification.stop();
        drop(PROGRESS, "dashboard");
        drop(NOTIFICATION, "watches");
        progress.startAgain();
        notification.startAgain();
        Cluster.awaitReady(board);
        Cluster.awaitReady(alerts);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(board.get("/api/dashboard/commitments?limit=200"))
                        .isEqualTo(cardsBefore));
        assertThat(board.get("/api/dashboard/summary")).isEqualTo(summaryBefore);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> watched() == posting.commitments().size() + 1);
        assertThat(alerts.get("/api/alerts")).isEqualTo(alertsBefore);
    }

    private static void drop(String service, String collections) {
        cluster.inStore(
                service,
                database -> StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                        .filter(name -> name.startsWith(collections))
                        .toList()
                        .forEach(name -> database.getCollection(name).drop()));
    }

    /** How many commitments notification-service has read again as far as progress-service has published them. */
    private static long watched() {
        AtomicLong complete = new AtomicLong();
        cluster.inStore(
                NOTIFICATION,
                database -> database.getCollection("watches").find().forEach(watch -> {
                    String card = "/api/dashboard/commitments/" + watch.getString("_id");
                    if (board.get(card).at("/sequence").asLong() == watch.getLong("sequence")) {
                        complete.incrementAndGet();
                    }
                }));
        return complete.get();
    }

    private static void claimAMilestone() {
        JsonNode commitment =
                board.post("/api/commitments", """
                        {"title": "With a milestone", "level": "global", "start": "2026-01-01", "end": "2027-12-31",
                         "milestones": [{"title": "Signed", "due": "2027-01-31"}]}
                        """, key()).orElseThrow().body();
        assertThat(board.post(
                                "/api/commitments/" + commitment.at("/id").asString() + "/updates",
                                """
                                {"milestones": [{"id": "%s", "status": "reached", "on": "2026-02-01"}]}
                                """.formatted(commitment.at("/milestones/0/id").asString()),
                                key())
                        .orElseThrow()
                        .status())
                .isEqualTo(201);
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
