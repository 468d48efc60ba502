package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.edge.Problem;
import org.waymark.platform.AggregateStore;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Receipt;
import org.waymark.platform.AggregateStore.Refold;
import org.waymark.platform.AggregateStore.Refolded;
import org.waymark.platform.Decision;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.platform.Event;
import org.waymark.platform.Platform;
import org.waymark.platform.Uuids;
import org.waymark.testing.TestServers;

/** Aggregates of no business, on topics of their own, at the start of a store that is older than the topic. */
class FoldForwardIT extends ServiceIT {

    private static final String TYPE = "org.waymark.refolded.counted.v1";

    private final String topic = "refolded." + UUID.randomUUID();
    private final String collection = "refolded-" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();

    @Autowired
    Platform platform;

    @BeforeEach
    void a_topic() {
        TestServers.createTopics(Map.of(topic, 3));
    }

    @Test
    void what_the_topic_holds_beyond_the_store_is_there_before_a_command_is_decided() {
        mark(topicId());
        put(1, TYPE);
        put(2, TYPE);

        AggregateStore store = started();
        Receipt next = store.submit(count(false));

        assertThat(next.sequence()).isEqualTo(3);
        assertThat(next.state().getInteger("count")).isEqualTo(3);
        assertThat(store.history(id, 1, 3))
                .extracting(past -> past.event().sequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(store.due(Instant.EPOCH.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void one_that_was_folded_forward_is_not_created_again() {
        mark(topicId());
        put(1, TYPE);

        Receipt again = started().submit(count(true));

        assertThat(again.repeated()).isTrue();
        assertThat(again.sequence()).isEqualTo(1);
    }

    @Test
    void nothing_of_another_topic_is_folded_and_the_mark_moves_on() {
        mark("another broker's");
        put(1, TYPE);

        assertThat(started().submit(count(true)).repeated()).isFalse();
        await().untilAsserted(() -> assertThat(marked().getString("topic")).isEqualTo(topicId()));
    }

    @Test
    void after_a_fork_no_command_is_taken() {
        AggregateStore before = started();
        before.submit(count(true));
        await().until(() -> marked() != null);
        mark(topicId());
        put(1, TYPE);

        AggregateStore store = started();

        assertThatThrownBy(() -> store.submit(count(false)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.status().value()).isEqualTo(503))
                .hasMessageContaining("different histories");
        assertThat(store.find(id)).isPresent();
        assertThat(marked().getList("next", Long.class)).containsOnly(0L);
    }

    @Test
    void what_cannot_be_folded_keeps_only_its_own_from_changing() {
        mark(topicId());
        put(1, "org.waymark.refolded.later.v1");
        String other = UUID.randomUUID().toString();

        AggregateStore store = started();

        assertThatThrownBy(() -> store.submit(count(true))).isInstanceOf(Problem.class);
        assertThat(store.submit(count(other, true)).sequence()).isEqualTo(1);
    }

    private AggregateStore started() {
        return platform.aggregates(collection, topic, new Counting());
    }

    private void put(long sequence, String type) {
        TopicWriter.put(TopicWriter.event(topic, id, sequence, type, "{}"));
    }

    /** As a copy of the store has it that was made when nothing was on the topic. */
    private void mark(String topicId) {
        database.getCollection(collection + "_topic").deleteMany(new Document());
        database.getCollection(collection + "_topic")
                .insertOne(new Document("_id", "mark").append("topic", topicId).append("next", List.of(0L, 0L, 0L)));
    }

    @SuppressWarnings("NullAway") // asked for where it is there
    private Document marked() {
        return database.getCollection(collection + "_topic").find().first();
    }

    private String topicId() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames();
            return Api.now(topics::get).values().iterator().next().topicId().toString();
        }
    }

    private Command count(boolean creates) {
        return count(id, creates);
    }

    private static Command count(String id, boolean creates) {
        return new Command(id, creates, null, Uuids.sha256("count"), aggregate -> {
            int count = aggregate == null ? 0 : aggregate.state().getInteger("count");
            NewEvent event = new NewEvent(TYPE, Instant.now(), "{}".getBytes(StandardCharsets.UTF_8), new Document());
            return new Decision(new Document("count", count + 1), null, List.of(event));
        });
    }

    private static final class Counting implements Refold {

        @Override
        public boolean concerns(String type) {
            return type.startsWith("org.waymark.refolded.");
        }

        @Override
        public Refolded apply(@Nullable Document state, Event event) {
            if (!event.type().equals(TYPE)) {
                throw new IllegalArgumentException("not known");
            }
            int count = state == null ? 0 : state.getInteger("count");
            return new Refolded(new Document("count", count + 1), null, new Document(), null);
        }
    }
}
