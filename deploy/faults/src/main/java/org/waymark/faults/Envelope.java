package org.waymark.faults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What every event carries besides its data. */
final class Envelope {

    private Envelope() {}

    static ProducerRecord<byte[], byte[]> of(
            String topic, String id, String subject, long sequence, String type, String data) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(subject), bytes(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/faults",
                        "ce_type",
                        type,
                        "ce_subject",
                        subject,
                        "ce_sequence",
                        "" + sequence,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
