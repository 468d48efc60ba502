package org.waymark.progress.dashboard.rebuild;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import org.waymark.platform.Feed;
import org.waymark.progress.dashboard.store.Generation.Topic;
import org.waymark.progress.dashboard.store.Generations;
import org.waymark.progress.dashboard.store.Generations.Serving;
import org.waymark.progress.dashboard.store.ReadModel;
import org.waymark.progress.dashboard.store.ReadModels;

/**
 * Feeds the generation that serves: bound as {@code dashboard-in-0}. It asks which one that is before a batch, and again
 * after: a batch that went into a generation which meanwhile ceased to serve is read again into the new one. So after a
 * switch nothing is missing from the new one but what the old one did not hold either by then.
 */
@Component("dashboard")
class GenerationFeed implements java.util.function.Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(GenerationFeed.class);
    private static final long BARRED_MS = 20;
    private static final long STOPPED_MS = 1_000;

    private final Generations generations;
    private final ReadModels models;
    private final CommitmentsTopic topic;
    private final Clock clock;

    /** For which generation each partition is being read. */
    private final Map<TopicPartition, Integer> readFor = new HashMap<>();

    /** The generation whose topic has been compared with the broker's. */
    private int checked = -1;

    GenerationFeed(Generations generations, ReadModels models, CommitmentsTopic topic, Clock clock) {
        this.generations = generations;
        this.models = models;
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        Consumer<?, ?> reader = Objects.requireNonNull(batch.getHeaders().get(KafkaHeaders.CONSUMER, Consumer.class));
        take(Feed.records(batch)).forEach(reader::seek);
    }

    /** Takes what may be taken now; returns from where the partitions are to be read again of which something is left. */
    synchronized Map<TopicPartition, Long> take(List<ConsumerRecord<?, ?>> records) {
        Serving serving = generations.serving();
        ReadModel model = models.of(serving.generation());
        Map<TopicPartition, Long> again = new HashMap<>();
        if (!isFed(model)) {
            records.forEach(record -> again.merge(partition(record), record.offset(), Math::min));
            pause(STOPPED_MS);
            return again;
        }
        List<ConsumerRecord<?, ?>> taken = new ArrayList<>();
        for (ConsumerRecord<?, ?> record : records) {
            long next = next(record, model);
            if (next < record.offset() || isBarred(serving, record)) {
                again.putIfAbsent(partition(record), next);
            } else if (!again.containsKey(partition(record))) {
                taken.add(record);
            }
        }
        feed(model, taken, again);
        return again;
    }

    private void feed(ReadModel model, List<ConsumerRecord<?, ?>> taken, Map<TopicPartition, Long> again) {
        if (taken.isEmpty()) {
            pause(BARRED_MS);
            return;
        }
        model.feed().consume(taken);
        if (generations.serving().generation() != model.number()) {
            taken.forEach(record -> again.merge(partition(record), record.offset(), Math::min));
        }
    }

    /** The record's own offset, but where the generation is new to this partition and lacks earlier ones. */
    private long next(ConsumerRecord<?, ?> record, ReadModel model) {
        Integer before = readFor.put(partition(record), model.number());
        return before != null && before == model.number()
                ? record.offset()
                : Math.min(record.offset(), model.feed().positions().getOrDefault(record.partition(), 0L));
    }

    private boolean isBarred(Serving serving, ConsumerRecord<?, ?> record) {
        Generations.Barrier barrier = serving.barrier();
        return barrier != null && barrier.bars(record.partition(), record.offset(), clock.instant());
    }

    /** What an earlier version made stands as it is until it is made anew; what another topic made, too. */
    private boolean isFed(ReadModel model) {
        if (checked == model.number()) {
            return true;
        }
        if (!model.isOfThisShape()) {
            return false;
        }
        Topic now = topic.describe();
        Topic made = generations
                .change(model.number(), one -> one.topic() == null ? one.of(now) : one)
                .topic();
        if (!now.equals(made)) {
            log.error(
                    "The dashboard was made from another {} than the broker has now, and stands still: POST /api/operations/rebuilds",
                    CommitmentsTopic.NAME);
            return false;
        }
        checked = model.number();
        return true;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
