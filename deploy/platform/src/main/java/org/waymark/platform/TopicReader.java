package org.waymark.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads a topic from a place to its end as it was when asked for, and is done. */
record TopicReader(String topic, Map<String, Object> admin, ConsumerFactory<byte[], byte[]> consumers) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * @param id of the topic: another broker's has another one
     * @param next offset after the last record, by partition
     */
    record Ends(String id, List<Long> next) {}

    /** @throws KafkaException where the broker does not answer */
    Ends ends() {
        try (Admin asking = Admin.create(admin)) {
            TopicDescription found = answer(
                            asking.describeTopics(List.of(topic)).allTopicNames())
                    .values()
                    .iterator()
                    .next();
            List<TopicPartition> partitions = found.partitions().stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            Map<TopicPartition, ListOffsetsResultInfo> ends = answer(asking.listOffsets(partitions.stream()
                            .collect(Collectors.toMap(Function.identity(), one -> OffsetSpec.latest())))
                    .all());
            return new Ends(
                    found.topicId().toString(),
                    partitions.stream()
                            .map(one -> Objects.requireNonNull(ends.get(one)).offset())
                            .toList());
        }
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
    }

    /**
     * Hands over, in order and in batches, what stands from {@code from} to {@code to}.
     *
     * @throws KafkaException where the broker stops answering in between
     */
    void read(List<Long> from, List<Long> to, java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> batches) {
        Map<TopicPartition, Long> open = new HashMap<>();
        for (int partition = 0; partition < to.size(); partition++) {
            if (from.get(partition) < to.get(partition)) {
                open.put(new TopicPartition(topic, partition), to.get(partition));
            }
        }
        if (!open.isEmpty()) {
            read(one -> from.get(one.partition()), open, batches);
        }
    }

    /** Nothing where no record stands there, or none any more. */
    Optional<ConsumerRecord<byte[], byte[]>> at(Place place) {
        List<Long> ends = ends().next();
        if (place.partition() >= ends.size() || place.offset() >= ends.get(place.partition())) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        Map<TopicPartition, Long> end = Map.of(new TopicPartition(topic, place.partition()), place.offset() + 1);
        read(one -> place.offset(), end, records -> records.forEach(found::add));
        return found.stream().filter(one -> one.offset() == place.offset()).findFirst();
    }

    private void read(
            ToLongFunction<TopicPartition> from,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> batches) {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            consumer.assign(ends.keySet());
            ends.keySet().forEach(one -> consumer.seek(one, from.applyAsLong(one)));
            drain(consumer, ends, batches);
        }
    }

    private static void drain(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> batches) {
        long progress = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            batches.accept(records);
            progress = records.isEmpty() ? progress : System.nanoTime();
            if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new KafkaException("the broker hands over no more of " + ends.keySet());
            }
        }
    }
}
