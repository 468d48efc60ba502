package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.platform.EventFixture.event;

import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.waymark.platform.Lane.Sending;

class LaneTest {

    private final Lane lane = new Lane();

    @Test
    void hands_out_events_in_order_and_each_once() {
        lane.offer(outbox(1, 3));

        assertThat(sequences(lane.takeNew())).containsExactly(1L, 2L, 3L);
        assertThat(lane.takeNew()).isEmpty();
    }

    @Test
    void passes_over_what_a_newer_document_says_again() {
        lane.offer(outbox(1, 2));
        lane.takeNew();
        lane.offer(outbox(1, 4));

        assertThat(sequences(lane.takeNew())).containsExactly(3L, 4L);
    }

    @Test
    void knows_what_is_acknowledged_only_up_to_the_first_that_is_not() {
        lane.offer(outbox(1, 3));
        List<Sending> sent = lane.takeNew();

        lane.acknowledge(sent.get(1));
        assertThat(lane.acknowledged()).isZero();

        lane.acknowledge(sent.get(0));
        assertThat(lane.acknowledged()).isEqualTo(2);
        assertThat(lane.isEmpty()).isFalse();

        lane.acknowledge(sent.get(2));
        assertThat(lane.acknowledged()).isEqualTo(3);
        assertThat(lane.isEmpty()).isTrue();
    }

    @Test
    void sends_all_again_from_the_first_unacknowledged_one_after_a_failure_acknowledged_ones_behind_it_included() {
        lane.offer(outbox(1, 4));
        List<Sending> sent = lane.takeNew();
        lane.acknowledge(sent.get(0));
        lane.acknowledge(sent.get(2));

        assertThat(lane.fail(sent.get(1))).isTrue();

        assertThat(sequences(lane.takeNew())).containsExactly(2L, 3L, 4L);
        assertThat(lane.acknowledged()).isEqualTo(1);
    }

    @Test
    void ignores_answers_to_an_earlier_round() {
        lane.offer(outbox(1, 2));
        List<Sending> first = lane.takeNew();
        lane.fail(first.get(0));
        List<Sending> second = lane.takeNew();

        lane.acknowledge(first.get(0));
        lane.acknowledge(first.get(1));

        assertThat(lane.acknowledged()).isZero();
        assertThat(lane.fail(first.get(1))).isFalse();
        assertThat(lane.takeNew()).as("nothing is new again").isEmpty();
        assertThat(lane.isCurrent(first.get(0))).isFalse();
        assertThat(second).allMatch(lane::isCurrent);
    }

    @Test
    void a_new_event_waits_its_turn_behind_those_sent_again() {
        lane.offer(outbox(1, 2));
        List<Sending> sent = lane.takeNew();
        lane.fail(sent.get(0));
        lane.offer(outbox(1, 3));

        assertThat(sequences(lane.takeNew())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void says_since_when_the_oldest_waits_and_when_it_has_been_idle() {
        assertThat(lane.oldest()).isNull();
        lane.offer(outbox(1, 1));
        assertThat(lane.oldest()).isEqualTo(EventFixture.TIME);
        assertThat(lane.idleFor(-1)).isFalse();

        lane.takeNew().forEach(lane::acknowledge);

        assertThat(lane.idleFor(-1)).isTrue();
        assertThat(lane.idleFor(Long.MAX_VALUE)).isFalse();
    }

    private static List<OutboxEntry> outbox(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> OutboxEntry.of(event(sequence), new Document()))
                .toList();
    }

    private static List<Long> sequences(List<Sending> sendings) {
        return sendings.stream().map(one -> one.event().sequence()).toList();
    }
}
