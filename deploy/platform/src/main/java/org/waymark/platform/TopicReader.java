package org.waymark.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
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
            try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
                consumer.assign(open.keySet());
                open.keySet().forEach(one -> consumer.seek(one, from.get(one.partition())));
                drain(consumer, open, batches);
            }
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
