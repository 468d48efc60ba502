package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final Positions START = at(0);

    private final Reader reader = new Reader(START);

    @Test
    void hears_what_changed_in_the_order_it_first_changed() throws InterruptedException {
        reader.offer(change("a", 1), at(1));
        reader.offer(change("b", 1), at(2));

        Reader.Batch batch = reader.take(Duration.ZERO);

        assertThat(batch.changes()).containsExactly(change("a", 1), change("b", 1));
        assertThat(batch.position()).isEqualTo(at(2));
        assertThat(batch.resync()).isFalse();
    }

    @Test
    void hears_once_of_what_changed_often_and_of_its_newest_sequence() throws InterruptedException {
        reader.offer(change("a", 1), at(1));
        reader.offer(change("a", 3), at(2));
        reader.offer(change("a", 2), at(3));

        assertThat(reader.take(Duration.ZERO).changes()).containsExactly(change("a", 3));
        assertThat(reader.take(Duration.ZERO).changes()).isEmpty();
    }

    @Test
    void gets_an_empty_batch_in_time_for_a_heartbeat() throws InterruptedException {
        Reader.Batch batch = reader.take(Duration.ofMillis(1));

        assertThat(batch).isEqualTo(new Reader.Batch(List.of(), false, START, false));
    }

    @Test
    void is_told_to_read_all_again_past_the_bound_and_then_goes_on() throws InterruptedException {
        for (int i = 0; i <= 1_000; i++) {
            reader.offer(change("c" + i, 1), at(i));
        }
        reader.offer(change("late", 1), at(1_001));

        Reader.Batch flood = reader.take(Duration.ZERO);
        assertThat(flood.resync()).isTrue();
        assertThat(flood.changes()).isEmpty();
        assertThat(flood.position()).isEqualTo(at(1_001));

        reader.offer(change("next", 1), at(1_002));
        Reader.Batch after = reader.take(Duration.ZERO);
        assertThat(after.resync()).isFalse();
        assertThat(after.changes()).containsExactly(change("next", 1));
    }

    @Test
    void holds_as_many_different_ones_as_the_bound() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            reader.offer(change("c" + i, 1), at(i));
            reader.offer(change("c" + i, 2), at(i));
        }

        assertThat(reader.take(Duration.ZERO).changes()).hasSize(1_000);
    }

    @Test
    void wakes_when_it_is_closed() throws InterruptedException {
        Thread.ofVirtual().start(reader::close);

        assertThat(reader.take(Duration.ofSeconds(20)).closed()).isTrue();
    }

    private static LiveBoard.Change change(String id, long sequence) {
        return new LiveBoard.Change(0, sequence, id, sequence, null);
    }

    private static Positions at(long offset) {
        return new Positions(new TreeMap<>(Map.of(0, offset)));
    }
}
