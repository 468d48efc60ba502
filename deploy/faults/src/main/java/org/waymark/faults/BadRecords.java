package org.waymark.faults;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts on the topics what no service would, and remembers what must not be lost of it. */
final class BadRecords {

    /**
     * What was sent to one topic.
     *
     * @param unreadable places of records that are no events, as a dead letter names them
     * @param incomplete subjects of which the first event never comes
     * @param forked subjects of which one sequence came as two events
     * @param told all other subjects
     */
    record Sent(Set<String> unreadable, Set<String> incomplete, Set<String> forked, Set<String> told) {
        Sent() {
            this(
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet());
        }
    }

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConcurrentMap<String, Sent> sent = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, AtomicLong> kinds = new ConcurrentSkipListMap<>();
    private long count;

    private BadRecords(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
        Bent.TOPICS.forEach(topic -> sent.put(topic, new Sent()));
    }

    /** Sends so many, or fewer where the time is up before. */
    static BadRecords send(String bootstrapServers, long count, long seed, long until) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "batch.size", 1 << 17, "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            BadRecords records = new BadRecords(producer);
            for (long number = 0; records.count < count && System.nanoTime() < until; number++) {
                records.send(new Random(seed * 7_919 + number));
            }
            return records;
        }
    }

    /** One record, or a few of one subject. Ids are of the seed too, so that a run can be told from the next by it alone. */
    private void send(Random random) {
        Bent bent = new Bent(random);
        String topic = bent.topic();
        String subject = bent.id();
        switch (random.nextInt(50)) {
            case 0 -> dead(bent.noise(topic), "noise");
            case 1 -> dead(bent.half(bent.event(topic, subject, 1)), "half an envelope");
            // It may be readable all the same: nothing is expected of it but that others are read.
            case 2 -> put(bent.odd(bent.event(topic, subject, 1)), "odd envelope");
            case 3, 4, 5, 6 -> {
                of(topic).incomplete().add(subject);
                put(bent.event(topic, subject, 2 + random.nextInt(5)), "without the first");
            }
            case 7 -> {
                of(topic).forked().add(subject);
                story(topic, subject, bent, 1 + random.nextInt(5));
                put(bent.event(topic, subject, 1), "fork");
            }
            default -> {
                of(topic).told().add(subject);
                story(topic, subject, bent, 1 + random.nextInt(5));
            }
        }
    }

    private Sent of(String topic) {
        return sent.getOrDefault(topic, new Sent());
    }

    /** A sequence without a hole, of events as they might be, some of them bent. */
    private void story(String topic, String subject, Bent bent, int length) {
        for (int sequence = 1; sequence <= length; sequence++) {
            put(bent.event(topic, subject, sequence), "told");
        }
    }

    private void dead(ProducerRecord<byte[], byte[]> record, String kind) {
        Set<String> unreadable = of(record.topic()).unreadable();
        count(kind);
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                unreadable.add(record.topic() + "-" + metadata.partition() + "@" + metadata.offset());
            }
        });
    }

    private void put(ProducerRecord<byte[], byte[]> record, String kind) {
        count(kind);
        producer.send(record);
    }

    private void count(String kind) {
        count++;
        kinds.computeIfAbsent(kind, first -> new AtomicLong()).incrementAndGet();
    }

    long count() {
        return count;
    }

    /** By topic. */
    Map<String, Sent> sent() {
        return sent;
    }

    @Override
    public String toString() {
        return count + " records " + kinds;
    }
}
