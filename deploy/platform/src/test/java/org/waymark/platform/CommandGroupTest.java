package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Receipt;
import org.waymark.platform.CommitLanes.Pending;
import org.waymark.platform.Decision.NewEvent;

class CommandGroupTest {

    private static final Instant DUE = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");
    private static final Document STATE = new Document("title", "as it is");

    @Test
    void a_decision_without_events_that_is_due_another_time_writes_that() {
        Image image = image(stored(DUE));

        Receipt receipt = decide(image, Decision.unchanged(STATE, LATER));

        assertThat(image.changed()).isTrue();
        assertThat(image.write())
                .containsAllEntriesOf(Map.of("v", 4L, "sequence", 1L, "nextDue", Date.from(LATER), "state", STATE));
        assertThat(receipt.sequence()).isEqualTo(1);
    }

    @Test
    void one_that_is_due_no_more_is_written_so() {
        Image image = image(stored(DUE));

        decide(image, Decision.unchanged(STATE, null));

        assertThat(image.changed()).isTrue();
        assertThat(image.write()).doesNotContainKey("nextDue");
    }

    @Test
    void what_changes_nothing_and_is_due_at_the_same_millisecond_writes_nothing() {
        Image image = image(stored(DUE));
        Image never = image(stored(null));

        decide(image, Decision.unchanged(STATE, DUE.plusNanos(999_999)));
        decide(never, Decision.unchanged(STATE, null));

        assertThat(image.changed()).isFalse();
        assertThat(never.changed()).isFalse();
    }

    @Test
    void nothing_is_written_of_what_does_not_stand() {
        Image image = image(null);

        decide(image, Decision.unchanged(STATE, DUE));

        assertThat(image.changed()).isFalse();
    }

    @Test
    void an_event_and_the_time_due_next_are_written_together() {
        Image image = image(null);
        Document state = new Document("title", "new");

        decide(image, new Decision(state, DUE, List.of(new NewEvent("made", DUE, new byte[] {'1'}, new Document()))));

        assertThat(image.write())
                .containsAllEntriesOf(Map.of("sequence", 1L, "nextDue", Date.from(DUE), "state", state));
    }

    private static Receipt decide(Image image, Decision decision) {
        CompletableFuture<Receipt> answer = new CompletableFuture<>();
        byte[] key = Uuids.sha256("key");
        Command command = new Command(image.id, false, key, key, aggregate -> decision);
        CommandGroup group = new CommandGroup(
                image, List.of(new Pending(image.id, command, key, null, answer)), "test", Long.MAX_VALUE);
        group.decideAll();
        group.answerAll();
        return answer.join();
    }

    private static Image image(@Nullable Document stored) {
        return Image.read("a", stored, "test");
    }

    private static Document stored(@Nullable Instant nextDue) {
        return new Document("v", 3L)
                .append("sequence", 1L)
                .append("state", STATE)
                .append("nextDue", nextDue == null ? null : Date.from(nextDue))
                .append("keys", CommandKeys.none().packed())
                .append("outbox", new ArrayList<Document>());
    }
}
