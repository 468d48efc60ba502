package org.waymark.notification;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.waymark.testing.TestServers;

/** The topics as the other services use them: CloudEvents in binary mode, written and read with the specification's SDK. */
final class Topics implements AutoCloseable {

    static final String COMMITMENTS = "waymark.commitments";
    static final String PARTNERS = "waymark.partners";
    static final String ALERTS = "waymark.alerts";

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    static ProducerRecord<byte[], byte[]> event(
            String topic, String type, String subject, long sequence, String data, @Nullable String traceparent) {
        return event(topic, type, subject, sequence, data, traceparent, Instant.now());
    }

    static ProducerRecord<byte[], byte[]> event(
            String topic,
            String type,
            String subject,
            long sequence,
            String data,
            @Nullable String traceparent,
            Instant recorded) {
        ProducerRecord<byte[], byte[]> written = KafkaMessageFactory.<byte[]>createWriter(
                        topic, null, null, subject.getBytes(StandardCharsets.UTF_8))
                .writeBinary(CloudEventBuilder.v1()
                        .withId(UUID.randomUUID().toString())
                        .withSource(URI.create("/somebody-else"))
                        .withType(type)
                        .withSubject(subject)
                        .withTime(recorded.atOffset(ZoneOffset.UTC))
                        .withExtension("sequence", Long.toString(sequence))
                        .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                        .build());
        if (traceparent != null) {
            written.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return written;
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
        records.forEach(one -> sent.add(producer.send(one)));
        try {
            for (java.util.concurrent.Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where each partition ends. */
    static Map<Integer, Long> ends(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    /** All records so far. */
    static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (records.size() < wanted) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
    }
}
