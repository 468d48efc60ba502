package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        publish(0, 12, "c");
        Reader again = rejoin(last);
        publish(0, 13, "c");

        assertThat(ids(again.take(Duration.ZERO))).containsExactly("c");
        assertThat(again.take(Duration.ZERO).changes()).isEmpty();
    }

    @Test
    void what_the_topic_repeats_is_not_told_again() throws InterruptedException {
        Reader reader = board.join(null);
        board.publish(List.of(new LiveBoard.Change(0, 1, "a", 1, "a 1"), new LiveBoard.Change(0, 2, "a", 2, "a 2")));
        reader.take(Duration.ZERO);

        board.publish(List.of(new LiveBoard.Change(0, 3, "a", 1, "a 1"), new LiveBoard.Change(0, 4, "b", 1, "b 1")));

        Reader.Batch batch = reader.take(Duration.ZERO);
        assertThat(ids(batch)).containsExactly("b");
        assertThat(batch.position()).hasToString("0:5");
    }

    @Test
    void has_nothing_to_tell_a_reader_that_missed_nothing() throws InterruptedException {
        publish(0, 10, "a");

        Reader.Batch batch = rejoin("0:11").take(Duration.ZERO);

        assertThat(batch.changes()).isEmpty();
        assertThat(batch.resync()).isFalse();
    }

    @Test
    void a_reader_ahead_of_this_instance_hears_nothing_twice() throws InterruptedException {
        publish(0, 10, "a");
        publish(0, 11, "b");

        Reader reader = rejoin("0:13");
        publish(0, 12, "c");
        Reader.Batch known = reader.take(Duration.ZERO);
        publish(0, 13, "d");
        Reader.Batch batch = reader.take(Duration.ZERO);

        assertThat(known.changes()).isEmpty();
        assertThat(known.position()).hasToString("0:13");
        assertThat(ids(batch)).containsExactly("d");
        assertThat(batch.position()).hasToString("0:14");
    }

    @Test
    void goes_on_for_a_reader_of_another_instance_from_what_it_read_at_its_start() throws InterruptedException {
        board.begin(Map.of(0, 5L, 1, 0L));
        publish(0, 5, "a");
        publish(0, 6, "b");

        assertThat(ids(rejoin("0:6").take(Duration.ZERO))).containsExactly("b");
        assertThat(rejoin("0:4").take(Duration.ZERO).resync()).isTrue();
        assertThat(board.position()).hasToString("0:7,1:0");
    }

    @Test
    void publishes_nothing_twice_when_it_begins_again() throws InterruptedException {
        board.begin(Map.of(0, 5L));
        publish(0, 5, "a");
        Reader reader = board.join(null);

        board.begin(Map.of(0, 3L));
        publish(0, 5, "a");
        publish(0, 6, "b");

        assertThat(ids(reader.take(Duration.ZERO))).containsExactly("b");
    }

    @Test
    void holds_listeners_back_until_the_past_has_been_read() throws Exception {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                board.awaitCaughtUp(Duration.ofSeconds(60));
                held.complete(rejoin("0:1").take(Duration.ZERO).resync());
            } catch (InterruptedException e) {
                held.completeExceptionally(e);
            }
        });

        board.begin(Map.of(0, 0L));
        publish(0, 0, "a");
        publish(0, 1, "b");
        board.caughtUp();

        assertThat(held.get()).isFalse();
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
        board.publish(List.of(new LiveBoard.Change(partition, offset, id, offset + 1, "message")));
    }

    private Reader rejoin(String last) {
        return board.join(LiveController.position(last));
    }

    private static List<String> ids(Reader.Batch batch) {
        return batch.changes().stream().map(LiveBoard.Change::id).toList();
    }
}
