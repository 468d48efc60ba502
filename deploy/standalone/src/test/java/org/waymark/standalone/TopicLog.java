package org.waymark.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.waymark.testing.PersonalData;

/**
 * What stands on a topic: for each aggregate and sequence the ids of the events that claim it.
 *
 * @param personal what of it is personal data
 */
record TopicLog(Map<String, Map<Long, Set<String>>> idsByAggregate, List<String> personal) {

    static TopicLog of(int port, String topic) {
        Map<String, Map<Long, Set<String>>> found = new HashMap<>();
        List<String> personal = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + port),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    found.computeIfAbsent(header(record, "ce_subject"), id -> new TreeMap<>())
                            .computeIfAbsent(Long.valueOf(header(record, "ce_sequence")), at -> new TreeSet<>())
                            .add(header(record, "ce_id"));
                    personal.addAll(PersonalData.in(new String(record.value(), StandardCharsets.UTF_8)));
                });
            }
        }
        return new TopicLog(found, personal);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The highest sequence of each aggregate. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new TreeMap<>();
        idsByAggregate.forEach((id, events) ->
                ends.put(id, events.keySet().stream().max(Long::compare).orElse(0L)));
        return ends;
    }

    /** Aggregates that lack a sequence, or of which one is claimed by two events. */
    Set<String> broken() {
        Set<String> broken = new TreeSet<>();
        ends().forEach((id, end) -> {
            Map<Long, Set<String>> events = idsByAggregate.getOrDefault(id, Map.of());
            if (events.size() != end || events.values().stream().anyMatch(ids -> ids.size() > 1)) {
                broken.add(id + " " + events);
            }
        });
        return broken;
    }
}
