package org.waymark.progress.dashboard.store;

import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.waymark.progress.dashboard.domain.CommitmentEvents;
import org.waymark.progress.dashboard.domain.RandomHistory;
import org.waymark.progress.dashboard.domain.RandomHistory.Recorded;
import org.waymark.testing.Contracts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may stand in a partition: random histories of some commitments, interleaved as they were recorded, with some events
 * sent twice, and some after the one that follows, which then has to be held.
 */
final class RandomLog {

    private static final Contracts CONTRACT = Contracts.of("progress-service");
    private static final int COMMITMENTS = 5;

    private final Random random;
    private final JsonMapper json;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** By commitment. */
    final Map<String, List<Recorded>> histories = new TreeMap<>();

    private RandomLog(Random random, JsonMapper json) {
        this.random = random;
        this.json = json;
    }

    private record Sent(String commitment, int sequence, Recorded event) {}

    static RandomLog of(Random random, LocalDate first, int days, JsonMapper json) {
        RandomLog log = new RandomLog(random, json);
        for (int i = 0; i < COMMITMENTS; i++) {
            log.histories.put("c" + i, RandomHistory.of(random, first, days));
        }
        log.interleave();
        return log;
    }

    private void interleave() {
        List<Sent> all = new ArrayList<>(histories.entrySet().stream()
                .flatMap(one -> sent(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(one -> one.event().known()))
                .toList());
        for (int i = 0; i + 1 < all.size(); i++) {
            if (random.nextInt(12) == 0) {
                all.add(i + 1, all.remove(i));
            }
        }
        for (Sent one : all) {
            put(one);
            if (random.nextInt(8) == 0) {
                put(all.get(random.nextInt(all.indexOf(one) + 1)));
            }
        }
    }

    private static Stream<Sent> sent(String commitment, List<Recorded> history) {
        List<Sent> sent = new ArrayList<>();
        for (Recorded one : history) {
            sent.add(new Sent(commitment, sent.size() + 1, one));
        }
        return sent.stream();
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    private static String typeOf(CommitmentEvents event) {
        return CONTRACT.types().stream()
                .filter(type -> EventTypes.of(type) == event.getClass())
                .findFirst()
                .orElseThrow();
    }

    private void put(Sent one) {
        ProducerRecord<byte[], byte[]> record = KafkaMessageFactory.<byte[]>createWriter(
                        ReadModel.TOPIC, null, null, one.commitment().getBytes(StandardCharsets.UTF_8))
                .writeBinary(new CloudEventBuilder()
                        .withId(one.commitment() + "-" + one.sequence())
                        .withSource(URI.create("/progress-service"))
                        .withType(typeOf(one.event().event()))
                        .withSubject(one.commitment())
                        .withTime(one.event().at().atOffset(ZoneOffset.UTC))
                        .withExtension("sequence", Long.toString(one.sequence()))
                        .withData(
                                "application/json",
                                json.writeValueAsBytes(one.event().event()))
                        .build());
        records.add(new ConsumerRecord<>(
                ReadModel.TOPIC,
                0,
                records.size(),
                0L,
                TimestampType.CREATE_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty()));
    }
}
