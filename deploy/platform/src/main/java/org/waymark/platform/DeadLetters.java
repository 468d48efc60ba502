package org.waymark.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Where records go that no feed can read: {@code <topic>.dlt}, with where they came from, who could not read them and
 * why. Sending waits for the broker's acknowledgement and fails without it, so that the source offset stays put.
 *
 * @param reader the service's name: a topic's dead letters are shared by all who read it
 * @param sent by this process
 */
record DeadLetters(String reader, Sender sender, Function<String, TopicReader> readers, AtomicLong sent) {

    static final String SUFFIX = ".dlt";
    private static final String ORIGIN = "waymark-dlt-origin";
    private static final String REASON = "waymark-dlt-reason";
    private static final String READER = "waymark-dlt-reader";
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

    void send(ConsumerRecord<?, ?> record, Exception reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                record.topic() + SUFFIX, null, (byte[]) record.key(), (byte[]) record.value(), record.headers());
        send(letter, Place.of(record), String.valueOf(reason.getMessage()));
    }

    void send(String topic, HeldRecord row, String reason) {
        send(row.event().toRecord(topic + SUFFIX), row.place(topic), reason);
    }

    private void send(ProducerRecord<byte[], byte[]> letter, Place origin, String reason) {
        if (!sender.send(labelled(letter, origin, reason))) {
            ProducerRecord<byte[], byte[]> label = new ProducerRecord<>(letter.topic(), letter.key(), null);
            sender.send(labelled(label, origin, reason + " It is too large to be copied; read it at its origin."));
        }
        sent.incrementAndGet();
    }

    private ProducerRecord<byte[], byte[]> labelled(
            ProducerRecord<byte[], byte[]> letter, Place origin, String reason) {
        Event.put(letter.headers(), ORIGIN, origin.toString());
        Event.put(letter.headers(), REASON, reason);
        Event.put(letter.headers(), READER, reader);
        return letter;
    }

    /** Asks for a held event to be put on its topic again, marked, so that it takes precedence over a rival. */
    void ask(String topic, HeldRecord row) {
        ProducerRecord<byte[], byte[]> request = request(topic, row.place(topic).toString());
        Event.put(request.headers(), Event.REDRIVEN, reader);
        sender.send(request);
    }

    /** Asks for what became this dead letter to be put on its topic again; false where there is none of this id. */
    boolean redrive(String topic, String id) {
        Optional<DeadLetter> found = read(topic).stream()
                .map(DeadLetters::letter)
                .filter(letter -> letter.id().equals(id))
                .findFirst();
        found.ifPresent(letter -> sender.send(request(topic, letter.origin())));
        return found.isPresent();
    }

    private ProducerRecord<byte[], byte[]> request(String topic, String place) {
        ProducerRecord<byte[], byte[]> request =
                new ProducerRecord<>(topic + Again.SUFFIX, place.getBytes(StandardCharsets.UTF_8));
        Event.put(request.headers(), Again.ASKER, reader);
        return request;
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

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> mine = new ArrayList<>();
        TopicReader letters = readers.apply(topic + SUFFIX);
        List<Long> ends = letters.ends().next();
        letters.read(ends.stream().map(end -> Math.max(0, end - LISTED)).toList(), ends, records -> {
            records.forEach(record -> {
                if (reader.equals(Event.text(record.headers(), READER))) {
                    mine.add(record);
                }
            });
        });
        return mine;
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), preview(header.value()));
        }
        return new DeadLetter(
                Place.of(record).toString(),
                headers.getOrDefault(ORIGIN, ""),
                headers.getOrDefault(REASON, ""),
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? null : preview(record.key()),
                headers,
                preview(record.value()));
    }

    private static String preview(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String shown = text.contains("\ufffd") ? "base64:" + Base64.getEncoder().encodeToString(bytes) : text;
        return shown.length() <= 500 ? shown : shown.substring(0, 500) + "…";
    }
}
