package org.waymark.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that was ever announced on the topic of commitments, by commitment, as it stands there. */
final class Topic implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "waymark.commitments";

    /** One announcement. */
    record Announced(long sequence, String event, String type, JsonNode data, ConsumerRecord<byte[], byte[]> record) {

        String update() {
            return data.at("/updateId").asString("");
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<Announced>> found = new HashMap<>();

    Topic(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(NAME).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the end as it is now. */
    void read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        found.computeIfAbsent(id, key -> new ArrayList<>())
                .add(new Announced(
                        Long.parseLong(header(record, "ce_sequence")),
                        header(record, "ce_id"),
                        header(record, "ce_type"),
                        JSON.readTree(record.value()),
                        record));
    }

    List<Announced> of(String commitment) {
        return found.getOrDefault(commitment, List.of());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
