package org.waymark.progress.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Compares, twice a minute and when asked for lack of a fresh answer, how far the directory has been read with where its
 * topic ends. What co-chairs decide waits for that; reporting never does.
 */
class DirectoryConfirmation {

    private static final Logger log = LoggerFactory.getLogger(DirectoryConfirmation.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Map<Integer, Long>> read;
    private final String topic;
    private final Supplier<Admin> connect;
    private final Clock clock;
    private volatile Instant confirmedAt = Instant.EPOCH;
    private Instant triedAt = Instant.EPOCH;

    /** @param read how far the topic has been read, by partition, as the next offset */
    DirectoryConfirmation(Supplier<Map<Integer, Long>> read, String topic, KafkaProperties kafka, Clock clock) {
        this.read = read;
        this.topic = topic;
        this.connect = () -> {
            Map<String, Object> settings = kafka.buildAdminProperties();
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            return Admin.create(settings);
        };
        this.clock = clock;
    }

    boolean holdsAt(Instant now) {
        if (!isFresh(now)) {
            confirm();
        }
        return isFresh(now);
    }

    private boolean isFresh(Instant now) {
        return confirmedAt.plus(GOOD_FOR).isAfter(now);
    }

    @Scheduled(fixedDelayString = "${waymark.directory.confirm-every:30s}")
    synchronized void confirm() {
        Instant asked = clock.instant();
        if (asked.isBefore(triedAt.plus(AT_MOST_EVERY))) {
            return; // others that asked meanwhile need not wait for a broker that is away
        }
        triedAt = asked;
        try (Admin admin = connect.get()) {
            Map<Integer, Long> ends = ends(admin);
            Map<Integer, Long> standing = read.get();
            if (ends.entrySet().stream().allMatch(end -> standing.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                confirmedAt = asked;
            }
        } catch (ExecutionException | KafkaException e) {
            log.warn("whether the directory is current cannot be found out now: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Integer, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(described -> described.partitions().stream())
                .forEach(one -> asked.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }
}
