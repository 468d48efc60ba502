package readside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** waymark.commitments, filled with what a large work plan might bring, a thousand events a day, as they were recorded. */
final class Topic {

    private static final String NAME = "waymark.commitments";
    private static final Instant FIRST = Instant.parse("2023-01-01T08:00:00Z");
    private static final int A_DAY = 1_000;
    private static final String HEALTH = "\"health\":{\"status\":\"%s\",\"reasons\":[]}";

    private final String servers;
    private final Random random = new Random(1);
    private int commitments;

    Topic(String servers) {
        this.servers = servers;
    }

    /** Commitments that are only submitted. */
    void submit(int count) {
        write(producer -> {
            for (int i = 0; i < count; i++) {
                producer.send(submitted(commitments++, FIRST.plusSeconds(commitments)));
            }
        });
    }

    /** So many events in all, each commitment submitted first and then reported on in turn. */
    void fill(int events, int perCommitment) {
        int first = commitments;
        int count = events / perCommitment;
        commitments += count;
        write(producer -> {
            for (int round = 0; round < perCommitment; round++) {
                for (int i = 0; i < count; i++) {
                    Instant at = FIRST.plus(
                            Duration.ofDays(1).multipliedBy((long) round * count + i).dividedBy(A_DAY));
                    producer.send(round == 0 ? submitted(first + i, at) : reported(first + i, round + 1, at));
                }
            }
        });
    }

    /** The next event of a commitment that was only submitted. */
    ProducerRecord<byte[], byte[]> reported(int commitment, int sequence, Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        String claims = sequence % 16 == 2
                ? "{\"id\":\"m%d\",\"status\":\"reached\",\"on\":\"%s\"}".formatted(sequence / 16, day.minusDays(3))
                : "";
        return event(commitment, sequence, "progress-reported", at, """
                {"updateId":"%s","organizationId":"%s","assessment":"on-track","effective":"%s","milestones":[%s],
                 "actuals":[{"indicatorId":"i","periodId":"p%d","value":%d}],"evidence":%d,
                 "narrativeHash":"sha256:%064d",%s,"by":"partner","backlog":false}
                """.formatted(
                        UUID.nameUUIDFromBytes((commitment + ":" + sequence).getBytes(StandardCharsets.UTF_8)),
                        partner(commitment),
                        day,
                        claims,
                        sequence % 3,
                        random.nextInt(100),
                        sequence % 2,
                        sequence,
                        HEALTH.formatted(sequence % 5 == 0 ? "at-risk" : "on-track")));
    }

    private static ProducerRecord<byte[], byte[]> submitted(int commitment, Instant at) {
        return event(commitment, 1, "submitted", at, """
                {"title":"Commitment %d","lead":{"partnerId":"%s"},"supporting":[],"groupId":"group-%d",
                 "workstream":"stream-%d","level":"country","countries":["C%02d"],"regions":[],
                 "sdgTargets":["8.%d"],"start":"2023-01-01","end":"2027-12-31","status":"submitted",
                 "milestones":[{"id":"m0","title":"First","due":"2023-06-30","weight":1},
                               {"id":"m1","title":"Second","due":"2024-06-30","weight":2},
                               {"id":"m2","title":"Third","due":"2027-06-30","weight":1}],
                 "indicators":[{"id":"i","title":"People reached","measure":"unit","ascending":true,
                   "baseline":{"year":2022,"value":0},
                   "periods":[{"id":"p0","start":"2023-01-01","end":"2023-12-31","target":100},
                              {"id":"p1","start":"2024-01-01","end":"2024-12-31","target":100},
                              {"id":"p2","start":"2025-01-01","end":"2025-12-31","target":100}]}],
                 %s,"by":"partner","backlog":false}
                """.formatted(
                        commitment,
                        partner(commitment),
                        commitment % 4,
                        commitment % 8,
                        commitment % 30,
                        commitment % 10,
                        HEALTH.formatted("unknown")));
    }

    private static String partner(int commitment) {
        return "partner-%02d".formatted(commitment % 50);
    }

    private static ProducerRecord<byte[], byte[]> event(
            int commitment, int sequence, String type, Instant at, String data) {
        String id = "commitment-" + commitment;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(NAME, bytes(id), bytes(data));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id + "-" + sequence,
                        "ce_source", "/progress-service",
                        "ce_type", "org.waymark.commitment." + type + ".v1",
                        "ce_subject", id,
                        "ce_time", at.toString(),
                        "ce_sequence", Integer.toString(sequence),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private void write(Consumer<KafkaProducer<byte[], byte[]>> events) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", servers, "acks", "all", "batch.size", 1 << 18, "linger.ms", 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            events.accept(producer);
            producer.flush();
        }
    }

    /** All there is, in bites of so many records at most; {@code most} of them in all. */
    long read(int bite, long most, Consumer<List<ConsumerRecord<?, ?>>> taken) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", servers, "max.poll.records", bite, "max.partition.fetch.bytes", 8 << 20,
                "fetch.max.bytes", 32 << 20, "enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(NAME).stream()
                    .map(one -> new TopicPartition(NAME, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long read = 0;
            while (read < Math.min(most, end)) {
                List<ConsumerRecord<?, ?>> records = new ArrayList<>();
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                taken.accept(records);
                read += records.size();
            }
            return read;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
