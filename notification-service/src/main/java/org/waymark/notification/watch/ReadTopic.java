package org.waymark.notification.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.waymark.notification.watch.domain.Tick;

/**
 * Up to when everything that was on the topic has been read. Time goes no further for the rules: after hours away, or
 * while the watches are made anew, the clock would alert of what has long been seen to.
 */
class ReadTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Where the topic ended, and when. */
    private record Mark(Instant at, Map<Integer, Long> ends) {}

    private final String topic;
    private final Supplier<Map<Integer, Long>> read;
    private final Map<String, Object> settings;
    private final Clock clock;
    private @Nullable Mark mark;

    /** @param read how far the topic has been read, by partition, as the next offset */
    ReadTopic(String topic, Supplier<Map<Integer, Long>> read, KafkaProperties kafka, Clock clock) {
        this.topic = topic;
        this.read = read;
        this.settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.clock = clock;
    }

    /**
     * Empty until what stood on the topic when it was last asked for has been read.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Optional<Tick> tick() throws ExecutionException, InterruptedException {
        Mark asked = mark == null ? ask() : mark;
        Map<Integer, Long> positions = read.get();
        boolean done = asked.ends().entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        mark = done ? ask() : asked;
        return done ? Optional.of(new Tick(asked.at())) : Optional.empty();
    }

    private Mark ask() throws ExecutionException, InterruptedException {
        Instant now = clock.instant();
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(described -> described.partitions().stream())
                    .forEach(one -> asked.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((one, end) -> ends.put(one.partition(), end.offset()));
            return new Mark(now, ends);
        }
    }
}
