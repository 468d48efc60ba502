package org.waymark.notification.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.Tick;

/**
 * Up to when everything that was on the topic has been read. Time goes no further for the rules: after hours away, or
 * while the watches are made anew, the clock would alert of what has long been seen to.
 */
class ReadTopic {

    /** Where the topic ended, and when. */
    private record Mark(Instant at, Map<Integer, Long> ends) {}

    private final Supplier<Map<Integer, Long>> ends;
    private final Supplier<Map<Integer, Long>> read;
    private final Clock clock;
    private @Nullable Mark mark;

    /**
     * @param ends of the topic, by partition
     * @param read how far it has been read, by partition, as the next offset
     */
    ReadTopic(Supplier<Map<Integer, Long>> ends, Supplier<Map<Integer, Long>> read, Clock clock) {
        this.ends = ends;
        this.read = read;
        this.clock = clock;
    }

    /**
     * Empty until what stood on the topic when it was last asked for has been read.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Optional<Tick> tick() {
        Mark asked = mark == null ? ask() : mark;
        Map<Integer, Long> positions = read.get();
        boolean done = asked.ends().entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        mark = done ? ask() : asked;
        return done ? Optional.of(new Tick(asked.at())) : Optional.empty();
    }

    private Mark ask() {
        Instant now = clock.instant();
        return new Mark(now, ends.get());
    }
}
