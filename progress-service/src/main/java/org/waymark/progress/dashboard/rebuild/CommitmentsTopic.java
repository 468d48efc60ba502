package org.waymark.progress.dashboard.rebuild;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.store.Generation.Topic;

/** What the read model is made from, as the broker has it now. */
@Component
public class CommitmentsTopic {

    public static final String NAME = "waymark.commitments";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 5_000;

    private final KafkaProperties kafka;

    CommitmentsTopic(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** @throws IllegalStateException when the broker does not say */
    Topic describe() {
        Map<String, Object> settings = kafka.buildAdminProperties();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(settings)) {
            TopicDescription found = Objects.requireNonNull(
                    admin.describeTopics(List.of(NAME)).allTopicNames().get().get(NAME));
            return new Topic(found.topicId().toString(), found.partitions().size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not describe " + NAME + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A reader of its own, in no group, that takes large bites. */
    public KafkaConsumer<byte[], byte[]> reader() {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 32 << 20);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws IllegalStateException where there is no such topic yet */
    public List<TopicPartition> partitions(KafkaConsumer<?, ?> reader) {
        List<TopicPartition> partitions = reader.partitionsFor(NAME).stream()
                .map(one -> partition(one.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + NAME);
        }
        return partitions;
    }

    static TopicPartition partition(int number) {
        return new TopicPartition(NAME, number);
    }
}
