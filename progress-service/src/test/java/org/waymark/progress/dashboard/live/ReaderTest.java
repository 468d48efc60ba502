package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private final LiveBoard board = new LiveBoard();
    private final Reader reader = board.join(null);
    private long offset;

    @Test
    void hears_what_changed_in_the_order_it_first_changed() throws InterruptedException {
        publish("a", 1);
        publish("b", 1);

        Reader.Batch batch = reader.take(Duration.ZERO);

        assertThat(told(batch)).containsExactly("a1", "b1");
        assertThat(batch.position()).hasToString("0:2");
        assertThat(batch.resync()).isFalse();
    }

    @Test
    void hears_once_of_what_changed_often_and_of_its_newest_sequence() throws InterruptedException {
        publish("a", 1);
        publish("a", 3);
        publish("a", 2);

        assertThat(told(reader.take(Duration.ZERO))).containsExactly("a3");
        assertThat(reader.take(Duration.ZERO).changes()).isEmpty();
    }

    @Test
    void gets_an_empty_batch_in_time_for_a_heartbeat() throws InterruptedException {
        Reader.Batch batch = reader.take(Duration.ofMillis(1));

        assertThat(batch).isEqualTo(new Reader.Batch(List.of(), false, Positions.NOWHERE, false));
    }

    @Test
    void is_told_to_read_all_again_past_the_bound_and_then_goes_on() throws InterruptedException {
        for (int i = 0; i <= Reader.BOUND; i++) {
            publish("c" + i, 1);
        }

        Reader.Batch flood = reader.take(Duration.ZERO);
        assertThat(flood.resync()).isTrue();
        assertThat(flood.changes()).isEmpty();
        assertThat(flood.position()).hasToString("0:1001");

        publish("next", 1);
        Reader.Batch after = reader.take(Duration.ZERO);
        assertThat(after.resync()).isFalse();
        assertThat(told(after)).containsExactly("next1");
    }

    @Test
    void holds_as_many_different_ones_as_the_bound() throws InterruptedException {
        for (int i = 0; i < Reader.BOUND; i++) {
            publish("c" + i, 1);
            publish("c" + i, 2);
        }

        assertThat(reader.take(Duration.ZERO).changes()).hasSize(Reader.BOUND);
    }

    @Test
    void is_told_once_to_read_all_again_when_it_slept_for_longer_than_is_remembered() throws InterruptedException {
        for (int i = 0; i <= LiveBoard.REMEMBERED; i++) {
            publish("a", i + 1);
        }

        assertThat(reader.take(Duration.ZERO).resync()).isTrue();
        assertThat(reader.take(Duration.ZERO))
                .isEqualTo(new Reader.Batch(List.of(), false, Positions.of(0, LiveBoard.REMEMBERED + 1L), false));
    }

    @Test
    void wakes_when_it_is_closed() throws InterruptedException {
        Thread.ofVirtual().start(board::closeAll);

        assertThat(reader.take(Duration.ofSeconds(20)).closed()).isTrue();
    }

    @Test
    void a_batch_is_written_from_messages_rendered_before_and_names_its_position_with_the_last() throws Exception {
        publish("a", 1);
        publish("b", 1);

        assertThat(LiveController.text(reader.take(Duration.ZERO))).isEqualTo("<a1>\nid: 0:2\n<b1>\n");
    }

    @Test
    void one_that_never_takes_keeps_none_of_the_others_from_it() throws InterruptedException {
        Reader quick = board.join(null);
        for (int i = 0; i < 3 * LiveBoard.REMEMBERED; i++) {
            publish("a", i + 1);
            assertThat(told(quick.take(Duration.ZERO))).containsExactly("a" + (i + 1));
        }
    }

    private void publish(String id, long sequence) {
        board.begin(Map.of(0, 0L));
        board.publish(List.of(new LiveBoard.Change(0, offset, id, sequence, "<" + id + sequence + ">\n")));
        offset++;
    }

    private static List<String> told(Reader.Batch batch) {
        return batch.changes().stream()
                .map(change -> change.id() + change.sequence())
                .toList();
    }
}
