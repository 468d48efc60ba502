package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.progress.TopicWriter.bytes;
import static org.waymark.progress.TopicWriter.put;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.testing.BrokerUser;
import org.waymark.testing.TestServers;
import tools.jackson.databind.JsonNode;

/** What stands on this service's topic is put there again for whoever asks, and nothing else is. */
class AgainIT extends ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOPIC = "waymark.commitments";
    private static final BrokerUser BROKER = new BrokerUser(Map.of("bootstrap.servers", TestServers.kafka()));
    private static final String UPDATE = "{\"narrative\": \"On our way.\", \"assessment\": \"on-track\"}";

    @Test
    void puts_on_the_topic_again_what_became_a_dead_letter() {
        String garbage = aDeadLetter(TOPIC);
        String letter = letters(garbage).getFirst().at("/id").asString();

        assertThat(redrive(letter)).isEqualTo(202);

        await().atMost(PATIENCE).until(() -> timesOn(TOPIC, garbage) == 2);
        await().atMost(PATIENCE).until(() -> letters(garbage).size() == 2);
        assertThat(redrive(TOPIC + ".dlt-0@999999999")).isEqualTo(404);
    }

    @Test
    void passes_over_requests_that_name_no_record_of_their_topic_and_answers_the_next() {
        String garbage = aDeadLetter(TOPIC);
        String ofAnother = aDeadLetter("waymark.partners");

        ask(null);
        for (String wrong : List.of("", "?", TOPIC + "-0@999999999", TOPIC + "-99@0", TOPIC + "--1@0")) {
            ask(bytes(wrong));
        }
        ask(bytes(origin(ofAnother)));
        ask(bytes(origin(garbage)));

        await().atMost(PATIENCE).until(() -> timesOn(TOPIC, garbage) == 2);
        assertThat(timesOn("waymark.partners", ofAnother)).isEqualTo(1);
    }

    @Test
    void a_record_that_comes_again_twice_changes_nothing() {
        String id = aCommitment().text("/id");
        ilo.post("/api/commitments/" + id + "/updates", UPDATE, withKey());
        comesTo(id, 2);
        byte[] first = bytes(BrokerUser.place(BROKER.all(TOPIC, id).getFirst()));

        ask(first);
        ask(first);
        await().atMost(PATIENCE).until(() -> BROKER.all(TOPIC, id).size() == 4);
        ilo.post("/api/commitments/" + id + "/updates", UPDATE, withKey());

        comesTo(id, 3);
        Api.Answer card = anybody.get("/api/dashboard/commitments/" + id);
        assertThat(card.number("/updates")).isEqualTo(2);
        assertThat(card.body().has("incompleteSince")).isFalse();
    }

    /** All on one partition, so that they are answered in this order. */
    private static void ask(byte @Nullable [] value) {
        put(new ProducerRecord<>(TOPIC + ".again", 0, null, value));
    }

    /** Returns its content. */
    private String aDeadLetter(String topic) {
        String garbage = "garbage " + UUID.randomUUID();
        put(new ProducerRecord<>(topic, bytes(garbage)));
        await().atMost(PATIENCE).until(() -> letters(garbage).size() == 1);
        return garbage;
    }

    private String origin(String garbage) {
        return letters(garbage).getFirst().at("/origin").asString();
    }

    private List<JsonNode> letters(String payload) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item :
                secretariat.get("/api/operations/dead-letters").body().at("/items")) {
            if (item.at("/payload").asString().equals(payload)) {
                found.add(item);
            }
        }
        return found;
    }

    private int redrive(String letter) {
        return secretariat
                .post("/api/operations/dead-letters/" + letter + "/redrive", "", Map.of())
                .status();
    }

    private static long timesOn(String topic, String value) {
        return BROKER.all(topic).stream()
                .filter(record -> BrokerUser.value(record).equals(value))
                .count();
    }

    private void comesTo(String id, long sequence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                anybody.get("/api/dashboard/commitments/" + id).number("/sequence"))
                        .isEqualTo(sequence));
    }
}
