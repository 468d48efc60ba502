package org.waymark.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics are made by deployment, never by the first one to send: their partition counts are fixed for good. */
public final class Topics {

    private static final short ONE_COPY = 1;
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Topics() {}

    /**
     * Creates what is missing, with unlimited retention; may be repeated.
     *
     * @throws IllegalStateException when a topic stands with another number of partitions
     */
    public static void create(String bootstrapServers, Map<String, Integer> partitionsByTopic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var topic : partitionsByTopic.entrySet()) {
                create(admin, topic.getKey(), topic.getValue());
            }
        }
    }

    private static void create(Admin admin, String name, int partitions) {
        NewTopic topic =
                new NewTopic(name, partitions, ONE_COPY).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw refused(name, e);
            }
            requirePartitions(admin, name, partitions);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void requirePartitions(Admin admin, String name, int partitions) {
        try {
            Map<String, TopicDescription> topics = describe(admin, name);
            int standing = topics.values().iterator().next().partitions().size();
            if (standing != partitions) {
                throw new IllegalStateException("Topic %s stands with %d partitions, not %d; that cannot be changed."
                        .formatted(name, standing, partitions));
            }
        } catch (ExecutionException e) {
            throw refused(name, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A topic that the controller knows may not have come to the broker yet. */
    private static Map<String, TopicDescription> describe(Admin admin, String name)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return admin.describeTopics(List.of(name)).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static IllegalStateException refused(String name, ExecutionException e) {
        return new IllegalStateException("Topic %s could not be created: %s".formatted(name, e.getCause()), e);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while creating topics.", e);
    }
}
