package org.waymark.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.waymark.testing.Contracts;

/** Records that are no events, or not such as any service would send: made of the examples in the contracts. */
record Bent(Random random, Garbled garbled) {

    /** Whose examples are bent, by the topic they belong on. */
    private static final Map<String, List<Contracts.Example>> EXAMPLES = Map.of(
            "waymark.commitments", Contracts.of("progress-service").examples(),
            "waymark.partners", Contracts.of("partner-service").examples(),
            "waymark.alerts", Contracts.of("notification-service").examples());

    static final List<String> TOPICS = EXAMPLES.keySet().stream().sorted().toList();

    private static final List<String> NEEDED =
            List.of("ce_id", "ce_source", "ce_type", "ce_subject", "ce_sequence", "ce_specversion", "ce_time");

    /** Of each header what no reader can take. */
    private static final List<Map.Entry<String, String>> UNREADABLE = List.of(
            Map.entry("ce_sequence", ""),
            Map.entry("ce_sequence", "0"),
            Map.entry("ce_sequence", "-1"),
            Map.entry("ce_sequence", "1.5"),
            Map.entry("ce_sequence", "99999999999999999999"),
            Map.entry("ce_time", "yesterday"),
            Map.entry("ce_time", "+999999999-12-31T23:59:59Z"),
            Map.entry("ce_specversion", "9.9"));

    Bent(Random random) {
        this(random, new Garbled(random));
    }

    String topic() {
        return garbled.pick(TOPICS);
    }

    /** Of the seed too, as everything else. */
    String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** No event at all, or nothing. */
    ProducerRecord<byte[], byte[]> noise(String topic) {
        byte[] key = random.nextBoolean() ? null : garbled.bytes();
        return new ProducerRecord<>(topic, key, random.nextInt(4) == 0 ? null : garbled.bytes());
    }

    /** An event whose envelope lacks what every reader needs. */
    ProducerRecord<byte[], byte[]> half(ProducerRecord<byte[], byte[]> record) {
        if (random.nextBoolean()) {
            record.headers().remove(garbled.pick(NEEDED));
        } else {
            Map.Entry<String, String> header = garbled.pick(UNREADABLE);
            record.headers().remove(header.getKey()).add(header.getKey(), Envelope.bytes(header.getValue()));
        }
        return record;
    }

    /** Some header says something else than it should. */
    ProducerRecord<byte[], byte[]> odd(ProducerRecord<byte[], byte[]> record) {
        String header = garbled.pick(NEEDED);
        record.headers().remove(header).add(header, garbled.oddBytes());
        return record;
    }

    /** As its producer might send it, but that the data is bent in one of a few. */
    ProducerRecord<byte[], byte[]> event(String topic, String subject, long sequence) {
        List<Contracts.Example> all = EXAMPLES.getOrDefault(topic, List.of());
        Contracts.Example example = garbled.pick(sequence > 1 ? all : begins(all));
        String data = random.nextInt(3) == 0 ? garbled.json(example.json()) : example.json();
        return Envelope.of(topic, id(), subject, sequence, example.type(), data);
    }

    /** What an aggregate's first event may be, where the topic's others stand on it. */
    private static List<Contracts.Example> begins(List<Contracts.Example> all) {
        return all.stream()
                .filter(one ->
                        one.type().matches(".*\\.(submitted|registered|created|recorded|shared|raised|revoked)\\.v1"))
                .toList();
    }
}
