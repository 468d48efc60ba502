package org.waymark.prove;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in headers, data in the value. */
final class Envelope {

    private Envelope() {}

    /** Empty where the record is no event. */
    static Optional<Announced> of(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode data = Json.read(record.value());
            return data.isObject()
                    ? Optional.of(new Announced(
                            header(record, "ce_subject"),
                            Long.parseLong(header(record, "ce_sequence")),
                            header(record, "ce_id"),
                            header(record, "ce_type"),
                            Instant.parse(header(record, "ce_time")),
                            data,
                            place(record)))
                    : Optional.empty();
        } catch (NoHeader | NumberFormatException | DateTimeException | JacksonException e) {
            return Optional.empty();
        }
    }

    static String place(ConsumerRecord<byte[], byte[]> record) {
        return "partition " + record.partition() + " offset " + record.offset();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new NoHeader(name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static final class NoHeader extends RuntimeException {
        NoHeader(String name) {
            super(name);
        }
    }
}
