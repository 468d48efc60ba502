package org.waymark.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Installs on every consumer binding the one error handler that never skips: the batch is tried again, with growing
 * pauses and without end, while consumption of its partitions is paused. The binder's own defaults would log and skip,
 * or dead-letter a whole batch because a database is down. A start without it on every binding is refused.
 */
final class FeedErrorHandling
        implements ListenerContainerWithDlqAndRetryCustomizer,
                KafkaBindingRebalanceListener,
                ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(FeedErrorHandling.class);

    private final Platform platform;
    private final BindingServiceProperties bindings;
    private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new ConcurrentHashMap<>();

    FeedErrorHandling(Platform platform, BindingServiceProperties bindings) {
        this.platform = platform;
        this.bindings = bindings;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destinationName,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> dlqDestinationResolver,
            @Nullable BackOff backOff) {
        container.setCommonErrorHandler(new NeverSkipping());
        containers.put(destinationName + "/" + group, container);
        if (destinationName.endsWith(Again.SUFFIX)) {
            // One at a time: those before one that cannot be answered yet are not put on the topic again and again.
            container.getContainerProperties().getKafkaConsumerProperties().put("max.poll.records", "1");
        }
    }

    /** Each feed reads on from the position kept with its views. */
    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        for (Feed<?> feed : platform.feeds()) {
            if (bindingName.equals(feed.name() + "-in-0")) {
                Map<Integer, Long> positions = positions(feed);
                for (TopicPartition partition : partitions) {
                    Long next = positions.get(partition.partition());
                    if (next == null) {
                        consumer.seekToBeginning(List.of(partition));
                    } else {
                        consumer.seek(partition, next);
                    }
                }
            }
        }
    }

    /** From the start where the store does not say: what is read again changes nothing, what is passed over is lost. */
    private static Map<Integer, Long> positions(Feed<?> feed) {
        try {
            return feed.positions();
        } catch (RuntimeException e) {
            log.warn("the position of {} cannot be read, it begins at the start: {}", feed.name(), e.toString());
            return Map.of();
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        long declared = bindings.getBindings().keySet().stream()
                .filter(name -> name.contains("-in-"))
                .count();
        if (!containers.values().stream().allMatch(FeedErrorHandling::neverSkips)) {
            throw new IllegalStateException(
                    "a consumer binding lacks the error handler that never skips: " + containers.keySet());
        }
        if (containers.size() < declared) {
            log.warn("{} of {} feeds stand; the others follow when the broker answers", containers.size(), declared);
        }
    }

    private static boolean neverSkips(AbstractMessageListenerContainer<?, ?> container) {
        return container.getCommonErrorHandler() instanceof NeverSkipping;
    }

    /** A type of its own, so that it can be told from the binder's. */
    static final class NeverSkipping extends DefaultErrorHandler {

        NeverSkipping() {
            super(growing());
            setClassifications(Map.of(), true);
        }

        private static BackOff growing() {
            ExponentialBackOff growing = new ExponentialBackOff(100, 2);
            growing.setMaxInterval(5_000);
            return growing;
        }
    }
}
