package org.waymark.platform;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A public event in its envelope: CloudEvents 1.0 in Kafka's binary mode, with the sequence extension
 * (https://github.com/cloudevents/spec, kafka-protocol-binding and extensions/sequence). {@code data} is JSON in UTF-8,
 * serialized once by the producer; nobody may change the array.
 *
 * @param subject the aggregate's id, also the record's key
 * @param sequence 1, 2, 3 ... per aggregate, without gaps
 * @param time when it was recorded
 * @param traceparent W3C Trace Context of the request that caused it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes travel on as they are; events are compared by id, never by equals
public record Event(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable String traceparent,
        byte[] data) {

    static final String TRACEPARENT = "traceparent";
    static final String REDRIVEN = "waymark-redriven";

    public Event {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence starts at 1, not " + sequence);
        }
    }

    /** Where the schema of this type stands: {@code <service>/contract/schemas/<type>.json}. */
    public static String dataschema(String type) {
        return "urn:waymark:schema:" + type;
    }

    ProducerRecord<byte[], byte[]> toRecord(String topic) {
        CloudEvent event = new CloudEventBuilder()
                .withId(id)
                .withSource(URI.create(source))
                .withType(type)
                .withSubject(subject)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(sequence))
                .withData("application/json", URI.create(dataschema(type)), data)
                .build();
        // The record's own timestamp is the moment of sending: a broker refuses one that lies far from its clock.
        ProducerRecord<byte[], byte[]> written = KafkaMessageFactory.<byte[]>createWriter(
                        topic, null, null, subject.getBytes(StandardCharsets.UTF_8))
                .writeBinary(event);
        if (traceparent != null) {
            written.headers().add(TRACEPARENT, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return written;
    }

    /**
     * Reads a record's envelope.
     *
     * @throws IllegalArgumentException when there is no readable envelope; the message says what is missing
     */
    public static Event read(Headers headers, byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("The record has no value.");
        }
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(headers, value).toEvent();
        } catch (RuntimeException e) { // the SDK's own, and whatever it trips over, as a header without a value
            throw new IllegalArgumentException("The record is no CloudEvent: " + e.getMessage(), e);
        }
        Object sequence = event.getExtension("sequence");
        if (event.getSubject() == null || event.getTime() == null || !(sequence instanceof String digits)) {
            throw new IllegalArgumentException("The envelope needs ce_subject, ce_time and ce_sequence.");
        }
        return new Event(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                event.getSubject(),
                number(digits),
                time(event.getTime()),
                text(headers, TRACEPARENT),
                value);
    }

    /** A time that no store can hold is no readable one. */
    private static Instant time(OffsetDateTime given) {
        try {
            return Instant.ofEpochMilli(given.toInstant().toEpochMilli());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("ce_time is out of range: " + given, e);
        }
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ce_sequence is no number: " + digits, e);
        }
    }

    static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
