package org.waymark.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of commitments at a broker, and of the one of partners who was merged. It belongs to no consumer group and leaves nothing behind. */
final class Topic implements Source, AutoCloseable {

    private static final String NAME = "waymark.commitments";
    private static final String PARTNERS = "waymark.partners";
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final String servers;
    private final Consumer<byte[], byte[]> consumer;
    private final List<Announced> announced = new ArrayList<>();
    private final List<Announced> ofPartners = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    Topic(String servers) {
        this(servers, consumer(servers));
    }

    Topic(String servers, Consumer<byte[], byte[]> consumer) {
        this.servers = servers;
        this.consumer = consumer;
    }

    private static Consumer<byte[], byte[]> consumer(String servers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", servers);
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", "10000");
        try {
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw unreadable(servers, e);
        }
    }

    @Override
    public Log read() {
        try {
            if (consumer.assignment().isEmpty()) {
                begin();
            }
            readTo(consumer.endOffsets(consumer.assignment()));
        } catch (KafkaException e) {
            throw unreadable(servers, e);
        }
        return new Log(announced, unreadable, Merges.of(ofPartners));
    }

    private void begin() {
        List<TopicPartition> partitions = new ArrayList<>(partitions(NAME));
        if (partitions.isEmpty()) {
            throw new Unreadable("There is no topic " + NAME + " at " + servers + ".");
        }
        partitions.addAll(partitions(PARTNERS));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void readTo(Map<TopicPartition, Long> ends) {
        long heard = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(Duration.ofMillis(200));
            records.forEach(this::take);
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                throw new Unreadable("The topic " + NAME + " at " + servers + " could not be read to its end.");
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> one) {
        if (one.topic().equals(PARTNERS)) {
            Envelope.of(one).ifPresent(ofPartners::add);
        } else {
            Envelope.of(one).ifPresentOrElse(announced::add, () -> unreadable.add(Envelope.place(one)));
        }
    }

    private static Unreadable unreadable(String servers, KafkaException cause) {
        return new Unreadable(
                "The topic " + NAME + " at " + servers + " could not be read: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
