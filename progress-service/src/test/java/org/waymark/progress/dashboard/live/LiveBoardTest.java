package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveBoardTest {

    private final LiveBoard board = new LiveBoard();

    @Test
    void tells_a_new_reader_only_what_changes_from_now_on() throws InterruptedException {
        publish(0, 10, "before");
        Reader reader = board.join(null);
        publish(0, 11, "after");

        assertThat(ids(reader.take(Duration.ZERO))).containsExactly("after");
    }

    @Test
    void goes_on_for_a_reader_from_where_it_was_cut_off() throws InterruptedException {
        publish(0, 10, "a");
        publish(1, 5, "b");
        publish(0, 11, "c");
        publish(1, 6, "d");

        Reader.Batch batch = rejoin("0:11,1:6").take(Duration.ZERO);

        assertThat(ids(batch)).containsExactly("c", "d");
        assertThat(batch.position()).hasToString("0:12,1:7");
    }

    @Test
    void a_change_made_while_a_reader_is_away_is_told_though_it_is_told_twice() throws InterruptedException {
        publish(0, 10, "a");
        Reader first = board.join(null);
        publish(0, 11, "b");
        String last = first.take(Duration.ZERO).position().toString();
        board.leave(first);
        publish(0, 12, "c");
        Reader again = rejoin(last);
        publish(0, 13, "c");

        assertThat(ids(again.take(Duration.ZERO))).containsExactly("c");
        assertThat(first.take(Duration.ZERO).changes()).isEmpty();
    }

    @Test
    void has_nothing_to_tell_a_reader_that_missed_nothing() throws InterruptedException {
        publish(0, 10, "a");

        Reader.Batch batch = rejoin("0:11").take(Duration.ZERO);

        assertThat(batch.changes()).isEmpty();
        assertThat(batch.resync()).isFalse();
    }

    @Test
    void a_reader_ahead_of_this_instance_hears_what_comes_next() throws InterruptedException {
        publish(0, 10, "a");
        publish(0, 11, "b");

        Reader reader = rejoin("0:20");
        publish(0, 12, "c");

        assertThat(ids(reader.take(Duration.ZERO))).containsExactly("c");
    }

    @Test
    void a_reader_from_before_this_instance_reads_all_again() throws InterruptedException {
        publish(0, 10, "a");

        assertThat(rejoin("0:9").take(Duration.ZERO).resync()).isTrue();
        assertThat(rejoin("0:11,1:3").take(Duration.ZERO).resync()).isTrue();
    }

    @Test
    void a_reader_that_knows_nothing_of_a_partition_reads_all_again() throws InterruptedException {
        publish(0, 10, "a");
        publish(1, 5, "b");

        assertThat(rejoin("0:11").take(Duration.ZERO).resync()).isTrue();
    }

    @Test
    void an_instance_that_has_heard_nothing_yet_has_every_earlier_reader_read_all_again() throws InterruptedException {
        assertThat(rejoin("0:11").take(Duration.ZERO).resync()).isTrue();
    }

    @Test
    void a_reader_with_a_position_of_nobody_reads_all_again() throws InterruptedException {
        assertThat(rejoin("").take(Duration.ZERO).resync()).isTrue();
        publish(0, 10, "a");
        assertThat(rejoin("gone").take(Duration.ZERO).resync()).isTrue();
    }

    @Test
    void a_reader_away_for_longer_than_is_remembered_reads_all_again() throws InterruptedException {
        publish(1, 7, "quiet");
        for (int offset = 0; offset < 20_000; offset++) {
            publish(0, offset, "c" + offset % 50);
        }

        assertThat(rejoin("0:19990,1:7").take(Duration.ZERO).resync())
                .as("the only change of partition 1 is forgotten")
                .isTrue();
        assertThat(ids(rejoin("0:19998,1:8").take(Duration.ZERO))).containsExactly("c48", "c49");
        publish(0, 20_000, "one more");
        assertThat(rejoin("0:0,1:8").take(Duration.ZERO).resync()).isTrue();
    }

    @Test
    void closes_whoever_listens() throws InterruptedException {
        Reader reader = board.join(null);

        board.closeAll();

        assertThat(reader.take(Duration.ZERO).closed()).isTrue();
    }

    private void publish(int partition, long offset, String id) {
        board.publish(new LiveBoard.Change(partition, offset, id, offset + 1, null));
    }

    private Reader rejoin(String last) {
        return board.join(LiveController.position(last));
    }

    private static List<String> ids(Reader.Batch batch) {
        return batch.changes().stream().map(LiveBoard.Change::id).toList();
    }
}
