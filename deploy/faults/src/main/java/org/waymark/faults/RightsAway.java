package org.waymark.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what while the broker is away and nothing more is heard of partners: what has been taken back stays so, a term
 * ends by the clock, and after five minutes nobody acts as a co-chair any more. Whoever reports is never kept from it.
 */
final class RightsAway {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "waymark.partners";

    /** So late that the term of the first co-chair is about to end, and it is still known that it runs when it has. */
    private static final LocalTime BEFORE_MIDNIGHT = LocalTime.of(23, 57, 30);

    /** What was answered, as status and kind of problem, each where its name says. */
    record Report(
            List<Integer> beforeItWasTakenBack,
            List<Integer> afterItWasTakenBack,
            String withinTheTerm,
            String afterTheTerm,
            String anotherWhoseTermRuns,
            String unconfirmed,
            String unconfirmedEndorsement,
            String retryAfter,
            List<Integer> reports,
            String whenItIsBack) {}

    private final Cluster cluster;
    private final int board;
    private final int alerts;
    private final Client lead;
    private final String ending = UUID.randomUUID().toString();
    private final String lasting = UUID.randomUUID().toString();

    RightsAway(Cluster cluster, int board, int alerts) {
        this.cluster = cluster;
        this.board = board;
        this.alerts = alerts;
        this.lead =
                caller(board, UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    Report run() {
        LocalDate lastDay = toTheEveningOf();
        String first = group(ending, "\"" + lastDay + "\"");
        String second = group(lasting, "null");
        Client chair = caller(board, "chair", ending);
        Client other = caller(board, "other", lasting);
        String mine = promised(first);
        String theirs = promised(second);
        List<String> updates =
                List.of(reported(mine), reported(mine), reported(theirs), reported(theirs), reported(theirs));
        String within = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> verified(chair, updates.get(0)), answer -> answer.startsWith("200"));
        String taken = UUID.randomUUID().toString();
        List<Client> doors = List.of(caller(board, taken, lasting), caller(alerts, taken, lasting));
        List<Integer> before = letIn(doors);
        revoke(taken);
        Awaitility.await().atMost(PATIENCE).until(() -> letIn(doors).equals(List.of(401, 401)));
        cluster.toBroker.unreachable();
        try {
            List<Integer> after = letIn(doors);
            move(Duration.ofMinutes(3));
            String ended = verified(chair, updates.get(1));
            String runs = verified(other, updates.get(2));
            Client.Answer early = report(mine);
            move(Duration.ofMinutes(6));
            String unconfirmed = verified(other, updates.get(3));
            Client.Answer endorsed = asked(other, "/api/commitments/" + theirs + "/endorsement");
            Client.Answer late = report(mine);
            cluster.toBroker.open();
            String back = Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> verified(other, updates.get(4)), answer -> answer.startsWith("200"));
            return new Report(
                    before,
                    after,
                    within,
                    ended,
                    runs,
                    unconfirmed,
                    said(endorsed),
                    String.valueOf(endorsed.retryAfter()),
                    List.of(early.status(), late.status()),
                    back);
        } finally {
            cluster.toBroker.open();
        }
    }

    /** So that what was confirmed before is over, the clock moves by ten minutes at least. */
    private LocalDate toTheEveningOf() {
        Instant now = Instant.now().plus(cluster.ahead());
        Instant earliest = now.plus(Duration.ofMinutes(10));
        LocalDate day = LocalDate.ofInstant(earliest, ZoneOffset.UTC);
        Instant evening = day.atTime(BEFORE_MIDNIGHT).toInstant(ZoneOffset.UTC);
        if (evening.isBefore(earliest)) {
            day = day.plusDays(1);
            evening = day.atTime(BEFORE_MIDNIGHT).toInstant(ZoneOffset.UTC);
        }
        move(Duration.between(now, evening));
        return day;
    }

    /** Until the service's clock is seen to stand there. */
    private void move(Duration by) {
        cluster.later(by);
        Instant there = Instant.now().plus(cluster.ahead()).minusSeconds(1);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            JsonNode draft =
                    asked(lead, "/api/commitments", "{\"draft\": true}").body();
            return !Instant.parse(draft.at("/createdAt").asString()).isBefore(there);
        });
    }

    private String group(String coChair, String lastDay) {
        String id = UUID.randomUUID().toString();
        send(id, "org.waymark.action-group.created.v1", """
                {"name": "G", "default": false, "coChairs": [{"partnerId": "%s", "from": "2020-01-01", "to": %s}]}
                """.formatted(coChair, lastDay));
        return id;
    }

    private void revoke(String client) {
        send(
                client,
                "org.waymark.access.revoked.v1",
                "{\"issuedUntil\": \"%s\"}".formatted(Instant.now().plusSeconds(1)));
    }

    private void send(String subject, String type, String data) {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(Envelope.of(TOPIC, UUID.randomUUID().toString(), subject, 1, type, data))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By a token that lasts longer than the clocks are moved. */
    private Client caller(int port, String client, String organization) {
        Date expires = Date.from(Instant.now().plus(cluster.ahead()).plus(Duration.ofDays(3)));
        String token = TestTokens.tokenSaying(
                client, Map.of("org", organization, "roles", List.of("partner", "co-chair"), "exp", expires));
        return new Client(port, Identity.of(() -> token));
    }

    private static List<Integer> letIn(List<Client> doors) {
        return List.of(
                doors.getFirst()
                        .tryGet("/api/drafts")
                        .map(Client.Answer::status)
                        .orElse(0),
                doors.getLast().tryGet("/api/alerts").map(Client.Answer::status).orElse(0));
    }

    private String promised(String group) {
        String body = "{\"title\": \"T\", \"level\": \"global\", \"start\": \"2020-01-01\", \"end\": \"2099-12-31\","
                + " \"groupId\": \"" + group + "\"}";
        return asked(lead, "/api/commitments", body).body().at("/id").asString();
    }

    private Client.Answer report(String commitment) {
        return asked(lead, "/api/commitments/" + commitment + "/updates", "{\"narrative\": \"N\"}");
    }

    private String reported(String commitment) {
        return "/api/commitments/" + commitment + "/updates/"
                + report(commitment).body().at("/id").asString();
    }

    private static String verified(Client chair, String update) {
        return said(asked(chair, update + "/verification"));
    }

    private static String said(Client.Answer answer) {
        return answer.status() + answer.body().path("type").asString("").replaceFirst(".*:", " ");
    }

    private static Client.Answer asked(Client caller, String path) {
        return asked(caller, path, "{}");
    }

    private static Client.Answer asked(Client caller, String path, String body) {
        Map<String, String> headers =
                Map.of("If-Match", "*", "Idempotency-Key", UUID.randomUUID().toString());
        return caller.post(path, body, headers).orElseThrow(() -> new Client.NoAnswer("no answer to POST " + path));
    }
}
