package org.waymark.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.notification.watch.domain.Tick;

class ReadTopicTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(30);
    private static final Instant LATER_STILL = NOON.plusSeconds(60);

    private final Map<Integer, Long> ends = new HashMap<>(Map.of(0, 7L, 1, 0L));
    private final Map<Integer, Long> read = new HashMap<>();
    private Instant now = NOON;
    private final ReadTopic topic = new ReadTopic(() -> Map.copyOf(ends), () -> read, new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void time_waits_for_what_was_on_the_topic_then() {
        read.put(0, 6L);
        assertThat(topic.tick()).isEmpty();

        now = LATER;
        ends.put(0, 9L);
        read.put(0, 7L);
        assertThat(topic.tick()).as("what came after noon is not read yet").contains(new Tick(NOON));
        assertThat(topic.tick()).isEmpty();

        now = LATER_STILL;
        read.put(0, 9L);
        assertThat(topic.tick()).contains(new Tick(LATER));
    }

    @Test
    void nothing_was_read_where_the_watches_are_gone() {
        assertThat(topic.tick()).isEmpty();
    }
}
