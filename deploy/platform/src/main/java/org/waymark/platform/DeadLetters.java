package org.waymark.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Where records go that no feed can read: {@code <topic>.dlt}, with where they came from, who could not read them and
 * why. Sending waits for the broker's acknowledgement and fails without it, so that the source offset stays put.
 */
final class DeadLetters {

    static final String SUFFIX = ".dlt";
    private static final String ORIGIN = "waymark-dlt-origin";
    private static final String REASON = "waymark-dlt-reason";
    private static final String READER = "waymark-dlt-reader";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LISTED = 500;

    /** One dead letter as it is listed; {@code id} is its place, {@code origin} the place of the record it was. */
    record DeadLetter(
            String id,
            String origin,
            String reason,
            Instant at,
            @Nullable String key,
            Map<String, String> headers,
            String payload) {}

    private final String reader;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final AtomicLong sent = new AtomicLong();

    /** {@code reader} is the service's name: a topic's dead letters are shared by all who read it. */
    DeadLetters(String reader, KafkaTemplate<byte[], byte[]> kafka, ConsumerFactory<byte[], byte[]> consumers) {
        this.reader = reader;
        this.kafka = kafka;
        this.consumers = consumers;
    }

    void send(ConsumerRecord<?, ?> record, Exception reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                record.topic() + SUFFIX, null, (byte[]) record.key(), (byte[]) record.value(), record.headers());
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        send(letter, origin, String.valueOf(reason.getMessage()));
    }

    void send(String topic, HeldRecord row, String reason) {
        ProducerRecord<byte[], byte[]> event = row.event().toRecord(topic + SUFFIX);
        send(event, topic + "-" + row.partition() + "@" + row.offset(), reason);
    }

    private void send(ProducerRecord<byte[], byte[]> letter, String origin, String reason) {
        try {
            sendAndWait(labelled(letter, origin, reason));
        } catch (KafkaException e) {
            if (!e.contains(RecordTooLargeException.class)) {
                throw e;
            }
            ProducerRecord<byte[], byte[]> label = new ProducerRecord<>(letter.topic(), letter.key(), null);
            sendAndWait(labelled(label, origin, reason + " It is too large to be copied; read it at its origin."));
        }
        sent.incrementAndGet();
    }

    private ProducerRecord<byte[], byte[]> labelled(
            ProducerRecord<byte[], byte[]> letter, String origin, String reason) {
        put(letter.headers(), ORIGIN, origin);
        put(letter.headers(), REASON, reason);
        put(letter.headers(), READER, reader);
        return letter;
    }

    /** Puts a held event on its topic again, marked, so that it takes precedence over a rival. */
    void sendAgain(String topic, HeldRecord row) {
        ProducerRecord<byte[], byte[]> again = row.event().toRecord(topic);
        put(again.headers(), Event.REDRIVEN, reader);
        sendAndWait(again);
    }

    /** Puts a dead letter back where it came from; false where there is none of this id. */
    boolean redrive(String topic, String id) {
        Optional<ConsumerRecord<byte[], byte[]>> found =
                read(topic).stream().filter(record -> id(record).equals(id)).findFirst();
        found.ifPresent(letter -> {
            ProducerRecord<byte[], byte[]> again =
                    new ProducerRecord<>(topic, null, letter.key(), letter.value(), letter.headers());
            List.of(ORIGIN, REASON, READER).forEach(again.headers()::remove);
            sendAndWait(again);
        });
        return found.isPresent();
    }

    /** The newest first. One record that was sent twice, for a broken attempt, is listed once. */
    List<DeadLetter> list(String topic) {
        Map<String, DeadLetter> byOrigin = new LinkedHashMap<>();
        read(topic).stream().map(DeadLetters::letter).forEach(letter -> byOrigin.putIfAbsent(letter.origin(), letter));
        return byOrigin.values().stream()
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .limit(LISTED)
                .toList();
    }

    void close() {
        kafka.destroy();
    }

    long sent() {
        return sent.get();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> mine = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic + SUFFIX, PATIENCE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LISTED)));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (reader.equals(Event.text(record.headers(), READER))) {
                        mine.add(record);
                    }
                });
            }
        }
        return mine;
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), preview(header.value()));
        }
        return new DeadLetter(
                id(record),
                headers.getOrDefault(ORIGIN, ""),
                headers.getOrDefault(REASON, ""),
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? null : preview(record.key()),
                headers,
                preview(record.value()));
    }

    private static String id(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private static String preview(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String shown = text.contains("\ufffd") ? "base64:" + Base64.getEncoder().encodeToString(bytes) : text;
        return shown.length() <= 500 ? shown : shown.substring(0, 500) + "…";
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void sendAndWait(ProducerRecord<byte[], byte[]> record) {
        try {
            kafka.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending to " + record.topic(), e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new KafkaException("not acknowledged: " + record.topic(), e);
        }
    }
}
