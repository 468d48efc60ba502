package org.waymark.progress.dashboard.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.progress.dashboard.rebuild.CommitmentsTopic;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows all partitions of waymark.commitments in every instance, in no group, from some way before where they end at the
 * start: so that whoever was cut off elsewhere can go on here. It keeps nothing and decides nothing: what cannot be read is
 * the dashboard feed's to report.
 */
@Component
class LiveTopic implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveTopic.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** What a message says: fetch this card with {@code ?atLeast=sequence}. */
    record Told(String id, long sequence, @Nullable String traceparent) {}

    private final LiveBoard board;
    private final CommitmentsTopic topic;
    private final JsonMapper json;
    private volatile @Nullable Thread following;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;
    private boolean isAway;

    LiveTopic(LiveBoard board, CommitmentsTopic topic, JsonMapper json) {
        this.board = board;
        this.topic = topic;
        this.json = json;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("live").unstarted(this::run);
        following = thread; // known before it asks whether it is
        thread.start();
    }

    @Override
    public void stop() {
        following = null;
        KafkaConsumer<byte[], byte[]> open = reading;
        if (open != null) {
            open.wakeup(); // not interrupted, which would disturb its closing
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    private boolean isAsked() {
        return following == Thread.currentThread();
    }

    private void run() {
        while (isAsked()) {
            try (KafkaConsumer<byte[], byte[]> reader = topic.reader()) {
                reading = reader;
                follow(reader);
            } catch (RuntimeException e) {
                away(e);
            }
        }
    }

    /** Said once, until it is back. */
    private void away(RuntimeException e) {
        if (!isAsked()) {
            return;
        }
        if (!isAway) {
            log.warn("the live stream stands still: {}", e.toString());
            isAway = true;
        }
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> partitions = topic.partitions(reader);
        reader.assign(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        Map<Integer, Long> begin = begin(reader.beginningOffsets(partitions), ends);
        board.begin(begin);
        partitions.forEach(one -> reader.seek(one, board.position().at(one.partition())));
        while (isAsked()) {
            ConsumerRecords<byte[], byte[]> records = reader.poll(POLL);
            isAway = false;
            publish(records);
            if (ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue())) {
                board.caughtUp();
            }
        }
    }

    /** As much of each partition as can be remembered. */
    private static Map<Integer, Long> begin(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        long back = LiveBoard.REMEMBERED / Math.max(1, ends.size());
        Map<Integer, Long> begin = new HashMap<>();
        ends.forEach((partition, end) ->
                begin.put(partition.partition(), Math.max(beginnings.getOrDefault(partition, 0L), end - back)));
        return begin;
    }

    private void publish(ConsumerRecords<byte[], byte[]> records) {
        List<LiveBoard.Change> changes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                changes.add(change(record));
            } catch (IllegalArgumentException unreadable) {
                continue; // the dashboard feed puts it among the dead letters
            }
        }
        if (!changes.isEmpty()) {
            board.publish(changes);
        }
    }

    /** Rendered here, once for all who listen. */
    private LiveBoard.Change change(ConsumerRecord<byte[], byte[]> record) {
        Event event = Event.read(record.headers(), record.value());
        Told told = new Told(event.subject(), event.sequence(), event.traceparent());
        String message = "event: commitment\ndata: " + json.writeValueAsString(told) + "\n\n";
        return new LiveBoard.Change(record.partition(), record.offset(), event.subject(), event.sequence(), message);
    }
}
