package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicTest {

    private static final String NAME = "waymark.commitments";
    private static final TopicPartition ZERO = new TopicPartition(NAME, 0);
    private static final TopicPartition ONE = new TopicPartition(NAME, 1);

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");

    @Test
    void is_read_in_all_partitions_to_where_they_end_now_and_later_on_from_there() {
        Topic topic = topic();
        ends(1, 1);
        kafka.schedulePollTask(() -> {
            kafka.addRecord(event(ZERO, 0, "a", "1"));
            kafka.addRecord(event(ONE, 0, "b", "1"));
        });

        assertThat(topic.read().announced()).extracting(Announced::commitment).containsExactlyInAnyOrder("a", "b");

        ends(2, 1);
        kafka.schedulePollTask(() -> kafka.addRecord(event(ZERO, 1, "a", "2")));
        assertThat(topic.read().announced()).extracting(Announced::sequence).containsExactlyInAnyOrder(1L, 1L, 2L);
    }

    @Test
    void an_event_is_read_from_its_headers_and_its_value() {
        Topic topic = topic();
        ends(1, 0);
        kafka.schedulePollTask(() -> kafka.addRecord(event(ZERO, 0, "a", "1")));

        Announced event = topic.read().announced().getFirst();

        assertThat(event.what()).isEqualTo("silent");
        assertThat(event.event()).isEqualTo("id of a 1");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-10-31T23:59:59.999Z"));
        assertThat(event.day()).hasToString("2026-10-31");
        assertThat(event.date("lastHeard")).hasToString("2026-08-01");
        assertThat(event.place()).isEqualTo("partition 0 offset 0");
    }

    @Test
    void what_is_no_event_is_told_apart() {
        Topic topic = topic();
        ends(2, 1);
        kafka.schedulePollTask(() -> {
            kafka.addRecord(new ConsumerRecord<>(NAME, 0, 0, null, "{}".getBytes(StandardCharsets.UTF_8)));
            kafka.addRecord(event(ZERO, 1, "a", "one"));
            kafka.addRecord(event(ONE, 0, "a", "1"));
        });

        Log log = topic.read();

        assertThat(log.unreadable()).containsExactlyInAnyOrder("partition 0 offset 0", "partition 0 offset 1");
        assertThat(log.announced()).hasSize(1);
        assertThat(log.size()).isEqualTo(3);
    }

    @Test
    void that_is_not_there_is_said() {
        assertThatThrownBy(() -> new Topic("here:1", kafka).read())
                .isInstanceOf(Source.Unreadable.class)
                .hasMessage("There is no topic waymark.commitments at here:1.");
    }

    private Topic topic() {
        Node node = new Node(1, "here", 1);
        Node[] nodes = {node};
        kafka.updatePartitions(
                NAME,
                List.of(
                        new PartitionInfo(NAME, 0, node, nodes, nodes),
                        new PartitionInfo(NAME, 1, node, nodes, nodes)));
        kafka.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
        return new Topic("here:1", kafka);
    }

    private void ends(long zero, long one) {
        kafka.updateEndOffsets(Map.of(ZERO, zero, ONE, one));
    }

    private static ConsumerRecord<byte[], byte[]> event(
            TopicPartition partition, long offset, String commitment, String sequence) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                NAME, partition.partition(), offset, bytes(commitment), bytes("{\"lastHeard\": \"2026-08-01\"}"));
        record.headers().add("ce_subject", bytes(commitment));
        record.headers().add("ce_sequence", bytes(sequence));
        record.headers().add("ce_id", bytes("id of " + commitment + " " + sequence));
        record.headers().add("ce_type", bytes("org.waymark.commitment.silent.v1"));
        record.headers().add("ce_time", bytes("2026-10-31T23:59:59.999Z"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
