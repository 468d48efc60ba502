package org.waymark.progress.dashboard.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.waymark.progress.dashboard.store.Generation.Topic;
import org.waymark.progress.dashboard.store.ReadModel;

/** Reads the topic into a generation, from where that came to. */
final class Following implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** While others are held back for it. */
    private static final Duration QUICK = Duration.ofMillis(10);

    private final ReadModel made;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final List<TopicPartition> partitions;

    Following(CommitmentsTopic commitments, Topic topic, ReadModel made) {
        this.made = made;
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(CommitmentsTopic::partition)
                .toList();
        this.reader = commitments.reader();
        reader.assign(partitions);
        Map<Integer, Long> positions = made.feed().positions();
        partitions.forEach(one -> reader.seek(one, positions.getOrDefault(one.partition(), 0L)));
    }

    List<Integer> partitions() {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    /** One bite, of these partitions not beyond these offsets. */
    void take(Map<Integer, Long> ends) {
        List<ConsumerRecord<?, ?>> bite = new ArrayList<>();
        reader.poll(ends.isEmpty() ? POLL : QUICK).forEach(record -> {
            if (record.offset() < ends.getOrDefault(record.partition(), Long.MAX_VALUE)) {
                bite.add(record);
            }
        });
        ends.forEach((partition, end) -> {
            TopicPartition held = CommitmentsTopic.partition(partition);
            reader.seek(held, Math.min(end, reader.position(held)));
        });
        if (!bite.isEmpty()) {
            made.feed().replay(bite);
        }
    }

    /** Where these partitions end now. */
    Map<Integer, Long> ends(Collection<Integer> which) {
        Map<Integer, Long> ends = new HashMap<>();
        reader.endOffsets(which.stream().map(CommitmentsTopic::partition).toList())
                .forEach((one, end) -> ends.put(one.partition(), end));
        return ends;
    }

    /** How many records there are. */
    long end() {
        return ends(partitions()).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them have not been read. */
    long behind() {
        return end() - partitions.stream().mapToLong(reader::position).sum();
    }

    @Override
    public void close() {
        reader.close();
    }
}
