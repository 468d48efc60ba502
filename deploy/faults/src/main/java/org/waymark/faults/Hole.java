package org.waymark.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.waymark.faults.Fault.Trouble;
import org.waymark.faults.Topic.Announced;
import org.waymark.faults.Verdict.Wrong;
import tools.jackson.databind.JsonNode;

/**
 * The events of a commitment once more under another id, with the second behind the third, as a mirror that lost the
 * order would write them: the board is to hold the third back until the second is there.
 */
record Hole(Plan plan, String bootstrapServers, Topic topic, History history) {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration HELD = Duration.ofSeconds(1);
    private static final int EVENTS = 3;

    void check(Client board, Duration patience, Verdict verdict) {
        if (plan.accompanied() != Trouble.HOLE_ON_TOPIC) {
            return;
        }
        List<Announced> events = model();
        String id = new UUID(plan.seed(), EVENTS).toString();
        write(id, events);
        long updates = events.stream().filter(one -> !one.update().isEmpty()).count();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isWhole(board, id, updates)) {
            if (System.nanoTime() > deadline) {
                verdict.add(Wrong.LOST, "an event that came late is not on the card " + id);
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isWhole(Client board, String id, long updates) {
        return board.tryGet("/api/dashboard/commitments/" + id)
                .filter(answer -> answer.status() == 200)
                .map(Client.Answer::body)
                .filter(card -> card.at("/updates").asLong() == updates && !card.has("incompleteSince"))
                .map(JsonNode::isObject)
                .orElse(false);
    }

    /** The first three events of a commitment that has as many. */
    private List<Announced> model() {
        for (History.Promised promised : history.commitments()) {
            List<Announced> first = new ArrayList<>();
            for (Announced one : topic.of(promised.id())) {
                if (one.sequence() == first.size() + 1 && first.size() < EVENTS) {
                    first.add(one);
                }
            }
            if (first.size() == EVENTS && !first.getLast().update().isEmpty()) {
                return first;
            }
        }
        throw new IllegalStateException("no commitment has three events");
    }

    private void write(String id, List<Announced> events) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(copy(id, events.get(0)));
            producer.send(copy(id, events.get(2)));
            producer.flush();
            LockSupport.parkNanos(HELD.toNanos()); // so that they come in two batches
            producer.send(copy(id, events.get(1)));
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(String id, Announced event) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(
                event.record().topic(),
                null,
                key,
                event.record().value(),
                event.record().headers());
        copy.headers().remove("ce_subject").add("ce_subject", key);
        return copy;
    }
}
