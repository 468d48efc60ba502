package org.waymark.notification.watch;

import java.time.Duration;
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
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Where a topic ends now, as the broker says. */
final class TopicEnds implements Supplier<Map<Integer, Long>> {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final String topic;
    private final Map<String, Object> settings;

    TopicEnds(String topic, KafkaProperties kafka) {
        this.topic = topic;
        this.settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /** @throws KafkaException where the broker does not answer */
    @Override
    public Map<Integer, Long> get() {
        try (Admin admin = Admin.create(settings)) {
            return ends(admin);
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not say where " + topic + " ends", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
    }

    private Map<Integer, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(described -> described.partitions().stream())
                .forEach(one -> asked.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((one, end) -> ends.put(one.partition(), end.offset()));
        return ends;
    }
}
