package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.progress.TopicWriter.bytes;
import static org.waymark.progress.TopicWriter.event;
import static org.waymark.progress.TopicWriter.put;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What another client puts on the topic neither stops it nor vanishes. */
class PoisonIT extends ServiceIT {

    private static final String TOPIC = "waymark.commitments";
    private static final String UPDATE = "{\"narrative\": \"On our way.\", \"assessment\": \"on-track\"}";

    @Test
    void puts_garbage_among_the_dead_letters_with_its_reason_and_goes_on() {
        String garbage = "garbage " + UUID.randomUUID();

        put(new ProducerRecord<>(TOPIC, bytes("nobody"), bytes(garbage)));
        String id = aCommitment().text("/id");

        comesTo(id, 1);
        JsonNode letter = await().atMost(Duration.ofSeconds(20))
                .until(() -> find("/api/operations/dead-letters", "payload", garbage), found -> found != null);
        assertThat(letter.at("/reason").asString()).contains("no CloudEvent");
        assertThat(letter.at("/origin").asString()).startsWith(TOPIC + "-");
        assertThat(ilo.get("/api/operations/dead-letters").status()).isEqualTo(403);
        assertThat(anybody.get("/api/operations/dead-letters").status()).isEqualTo(401);
    }

    @Test
    void holds_the_one_commitment_whose_next_event_is_not_understood_until_it_is_redriven() {
        String held = aCommitment().text("/id");
        String other = aCommitment().text("/id");
        comesTo(held, 1);

        put(event(TOPIC, held, 2, "org.waymark.commitment.blessed.v9", "{}"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> find("/api/operations/held", "aggregate", held), found -> found != null);
        ilo.post("/api/commitments/" + held + "/updates", UPDATE, withKey());
        ilo.post("/api/commitments/" + held + "/updates", UPDATE, withKey());
        ilo.post("/api/commitments/" + other + "/updates", UPDATE, withKey());

        comesTo(other, 2);
        Api.Answer card = anybody.get("/api/dashboard/commitments/" + held);
        assertThat(card.number("/sequence")).isEqualTo(1);
        assertThat(card.text("/incompleteSince")).isNotEmpty();
        assertThat(anybody.get("/api/dashboard/commitments/" + other).body().has("incompleteSince"))
                .isFalse();
        assertThat(Objects.requireNonNull(find("/api/operations/held", "aggregate", held))
                        .at("/reason")
                        .asString())
                .contains("blessed.v9");
        await().atMost(Duration.ofSeconds(20)).until(() -> heldRows(held) == 3);

        assertThat(secretariat
                        .post("/api/operations/held/" + held + "/redrive", "", Map.of())
                        .status())
                .isEqualTo(202);

        comesTo(held, 3);
        Api.Answer healed = anybody.get("/api/dashboard/commitments/" + held);
        assertThat(healed.body().has("incompleteSince")).isFalse();
        assertThat(healed.number("/updates")).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20)).until(() -> heldRows(held) == 0);
        assertThat(find("/api/operations/dead-letters", "key", held)).isNotNull();
    }

    @Test
    void heals_by_itself_when_the_missing_event_arrives_late() {
        String id = UUID.randomUUID().toString();
        String update = """
                {"updateId":"u","organizationId":"o","effective":"2026-11-01","milestones":[],"actuals":[],
                 "health":{"status":"unknown","reasons":[]}}
                """;
        String submitted = """
                {"title":"Late","lead":{"partnerId":"p"},"supporting":[],"groupId":"g","level":"global","countries":[],
                 "sdgTargets":[],"start":"2026-01-01","status":"submitted","milestones":[],"indicators":[],
                 "health":{"status":"unknown","reasons":[]}}
                """;

        put(event(TOPIC, id, 2, "org.waymark.commitment.progress-reported.v1", update));
        await().atMost(Duration.ofSeconds(20)).until(() -> heldRows(id) == 1);
        assertThat(anybody.get("/api/dashboard/commitments/" + id).status()).isEqualTo(404);
        put(event(TOPIC, id, 1, "org.waymark.commitment.submitted.v1", submitted));

        comesTo(id, 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> heldRows(id) == 0);
    }

    @Test
    void holds_an_event_whose_id_the_store_would_change_and_goes_on() {
        String id = aCommitment().text("/id");
        comesTo(id, 1);

        put(event(TOPIC, id, 2, "org.waymark.commitment.progress-reported.v1", """
                {"updateId":"\\ud800","organizationId":"o","effective":"2026-11-01","milestones":[],"actuals":[],
                 "health":{"status":"unknown","reasons":[]}}
                """));

        JsonNode row = await().atMost(Duration.ofSeconds(20))
                .until(() -> find("/api/operations/held", "aggregate", id), found -> found != null);
        assertThat(row.at("/reason").asString()).contains("cannot be stored");
        String other = aCommitment().text("/id");
        comesTo(other, 1);
        assertThat(secretariat
                        .delete("/api/operations/held/" + row.at("/id").asString())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void gives_a_held_record_up_when_the_secretariat_discards_it() {
        String id = aCommitment().text("/id");
        comesTo(id, 1);
        put(event(TOPIC, id, 2, "org.waymark.commitment.blessed.v9", "{}"));
        JsonNode row = await().atMost(Duration.ofSeconds(20))
                .until(() -> find("/api/operations/held", "aggregate", id), found -> found != null);

        assertThat(secretariat
                        .post("/api/operations/held/" + id + "/redrive", "", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(secretariat
                        .delete("/api/operations/held/" + row.at("/id").asString())
                        .status())
                .isEqualTo(204);

        assertThat(anybody.get("/api/dashboard/commitments/" + id).body().has("incompleteSince"))
                .isFalse();
        ilo.post("/api/commitments/" + id + "/updates", UPDATE, withKey());
        comesTo(id, 2);
    }

    @Test
    void holds_an_event_that_leaves_out_what_belongs_in_it_and_goes_on() {
        String incomplete = UUID.randomUUID().toString();
        String other = aCommitment().text("/id");

        put(event(TOPIC, incomplete, 1, "org.waymark.commitment.submitted.v1", "{\"title\": \"Half\", \"lead\": {}}"));
        ilo.post("/api/commitments/" + other + "/updates", UPDATE, withKey());

        await().atMost(Duration.ofSeconds(20)).until(() -> heldRows(incomplete) == 1);
        comesTo(other, 2);
    }

    private void comesTo(String id, long sequence) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                anybody.get("/api/dashboard/commitments/" + id).number("/sequence"))
                        .isEqualTo(sequence));
    }

    private int heldRows(String aggregate) {
        int rows = 0;
        for (JsonNode item : secretariat.get("/api/operations/held").body().at("/items")) {
            rows += item.at("/aggregate").asString().equals(aggregate) ? 1 : 0;
        }
        return rows;
    }

    private @Nullable JsonNode find(String path, String field, String value) {
        for (JsonNode item : secretariat.get(path).body().at("/items")) {
            if (item.at("/" + field).asString().equals(value)) {
                return item;
            }
        }
        return null;
    }
}
