package org.waymark.progress;

import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.waymark.testing.TestServers;

/** What others put on a topic. */
final class TopicWriter {

    private TopicWriter() {}

    static ProducerRecord<byte[], byte[]> event(String topic, String id, long sequence, String type, String data) {
        return event(topic, id, sequence, type, OffsetDateTime.now(), data);
    }

    static ProducerRecord<byte[], byte[]> event(
            String topic, String id, long sequence, String type, OffsetDateTime time, String data) {
        return KafkaMessageFactory.<byte[]>createWriter(topic, null, null, bytes(id))
                .writeBinary(new CloudEventBuilder()
                        .withId(UUID.randomUUID().toString())
                        .withSource(URI.create("/somebody-else"))
                        .withType(type)
                        .withSubject(id)
                        .withTime(time)
                        .withExtension("sequence", Long.toString(sequence))
                        .withData("application/json", bytes(data))
                        .build());
    }

    static void put(ProducerRecord<byte[], byte[]> record) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Future<RecordMetadata> sent = producer.send(record);
            Api.now(sent::get);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
