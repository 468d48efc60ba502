package org.waymark.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.waymark.faults.Posting.Acknowledged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what clients were told with the board, with what is committed, and with what was announced on the topic. */
final class Checker {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client board;
    private final String partner;
    private final String bootstrapServers;

    /** {@code partner} is whose commitments these are, all of them. */
    Checker(Client board, String partner, String bootstrapServers) {
        this.board = board;
        this.partner = partner;
        this.bootstrapServers = bootstrapServers;
    }

    /** One announcement as it stands on the topic. */
    private record Announced(long sequence, String event, String update) {}

    void check(List<String> commitments, Set<Acknowledged> acknowledged) {
        Map<String, Set<String>> told = new HashMap<>();
        commitments.forEach(id -> told.put(id, new HashSet<>()));
        acknowledged.forEach(one ->
                told.computeIfAbsent(one.commitment(), id -> new HashSet<>()).add(one.update()));
        told.forEach(this::onTheBoardOnce);
        inTheTotalsOnce(commitments.size(), acknowledged.size());
        Map<String, List<Announced>> announced = announced();
        told.forEach((id, updates) -> announcedInOrder(id, updates, announced.getOrDefault(id, List.of())));
    }

    private void onTheBoardOnce(String id, Set<String> told) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(board.get("/api/dashboard/commitments/" + id)
                                .at("/updates")
                                .asLong())
                        .as("updates of %s on the board", id)
                        .isEqualTo(told.size()));
        JsonNode card = board.get("/api/dashboard/commitments/" + id);
        assertThat(card.has("incompleteSince")).as("%s is complete", id).isFalse();
        assertThat(committed(id)).as("committed updates of %s", id).containsExactlyInAnyOrderElementsOf(told);
        assertThat(card.at("/lastUpdate/id").asString(""))
                .isEqualTo(told.isEmpty() ? "" : committed(id).getFirst());
    }

    private void inTheTotalsOnce(int commitments, int updates) {
        JsonNode summary = board.get("/api/dashboard/summary?partner=" + partner);
        assertThat(summary.at("/commitments").asInt())
                .as("commitments in the totals")
                .isEqualTo(commitments);
        assertThat(summary.at("/updates").asInt()).as("updates in the totals").isEqualTo(updates);
    }

    /** The newest first. */
    private List<String> committed(String id) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = board.get("/api/commitments/" + id + "/updates?limit=200" + cursor);
            page.at("/items").forEach(item -> found.add(item.at("/id").asString()));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        return found;
    }

    /** The first 1 stands before the first 2 and so on; one sequence is one event; nothing that was not committed. */
    private static void announcedInOrder(String id, Set<String> committed, List<Announced> announced) {
        Map<Long, String> events = new HashMap<>();
        Set<String> updates = new HashSet<>();
        long next = 1;
        for (Announced one : announced) {
            assertThat(one.sequence()).as("order of %s on the topic", id).isLessThanOrEqualTo(next);
            if (one.sequence() == next) {
                next++;
                assertThat(updates.add(one.update()))
                        .as("announced twice: %s", one)
                        .isTrue();
            }
            assertThat(events.merge(one.sequence(), one.event(), (a, b) -> a))
                    .as("events of sequence %s of %s", one.sequence(), id)
                    .isEqualTo(one.event());
        }
        updates.remove("");
        assertThat(updates).as("announced updates of %s", id).isEqualTo(committed);
    }

    private Map<String, List<Announced>> announced() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        Map<String, List<Announced>> found = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("waymark.commitments").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    String id = new String(record.key(), StandardCharsets.UTF_8);
                    found.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(new Announced(
                                    Long.parseLong(header(record, "ce_sequence")),
                                    header(record, "ce_id"),
                                    JSON.readTree(record.value())
                                            .at("/updateId")
                                            .asString("")));
                }
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
