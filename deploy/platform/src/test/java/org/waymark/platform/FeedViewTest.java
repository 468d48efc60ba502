package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.waymark.platform.EventFixture.IGNORED;
import static org.waymark.platform.EventFixture.KNOWN;
import static org.waymark.platform.EventFixture.UNKNOWN;
import static org.waymark.platform.EventFixture.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.platform.FeedView.Arrival;

/** One aggregate in one feed; a batch at a time, stored in between as the feed stores it. */
class FeedViewTest {

    /** What was applied, in order, so that order shows. */
    private static final class Listing implements Projection<String> {
        @Override
        public boolean understands(String type) {
            return type.equals(KNOWN);
        }

        @Override
        public boolean ignores(String type) {
            return type.equals(IGNORED);
        }

        @Override
        public String apply(@Nullable String view, Event event) {
            String data = new String(event.data(), StandardCharsets.UTF_8);
            if (data.equals("garbage")) {
                throw new IllegalArgumentException("no number");
            }
            return view == null ? data : view + " " + data;
        }

        @Override
        public String read(Document stored) {
            return stored.getString("list");
        }

        @Override
        public Document write(String view) {
            return new Document("list", view);
        }
    }

    private @Nullable Document stored;
    private final List<HeldRecord> held = new ArrayList<>();
    private FeedView<String> last = new FeedView<>("a1", null, List.of(), new Listing());
    private long offset;

    @Test
    void applies_events_in_order() {
        batch(event(1), event(2));
        batch(event(3));

        assertStands("1 2 3", 3);
        assertThat(held).isEmpty();
        assertThat(document()).containsEntry("v", 2L).doesNotContainKey("heldSince");
    }

    @Test
    void says_each_step_with_the_record_it_came_by() {
        batch(event(1), event(2));

        assertThat(last.steps)
                .extracting(
                        step -> step.event().sequence(),
                        Projection.Step::partition,
                        Projection.Step::offset,
                        Projection.Step::before,
                        Projection.Step::after)
                .containsExactly(tuple(1L, 3, 0L, null, "1"), tuple(2L, 3, 1L, "1", "1 2"));
    }

    @Test
    void passes_over_what_comes_again() {
        batch(event(1), event(2), event(1), event(2));
        batch(event(1), event(2));

        assertStands("1 2", 2);
        assertThat(last.changed()).isFalse();
        assertThat(held).isEmpty();
    }

    @Test
    void holds_what_stands_behind_a_gap_and_releases_it_in_order_when_the_gap_is_filled() {
        batch(event(1), event(4), event(3));
        assertStands("1", 1);
        assertThat(held).extracting(row -> row.event().sequence()).containsExactlyInAnyOrder(4L, 3L);
        assertThat(held.getFirst().reason()).isEqualTo("Sequence 2 is missing.");
        assertThat(document()).containsKey("heldSince");

        batch(event(2));

        assertStands("1 2 3 4", 4);
        assertThat(held).isEmpty();
        assertThat(document()).doesNotContainKey("heldSince");
        assertThat(last.steps).extracting(Projection.Step::offset).containsOnly(3L);
    }

    @Test
    void releases_only_up_to_the_next_gap() {
        batch(event(1), event(3), event(5));

        batch(event(2));

        assertStands("1 2 3", 3);
        assertThat(held).extracting(row -> row.event().sequence()).containsExactly(5L);
        assertThat(document()).containsKey("heldSince");
    }

    @Test
    void holds_the_first_event_of_an_aggregate_it_never_heard_of_where_it_is_not_number_one() {
        batch(event(2));

        assertThat(document()).containsEntry("sequence", 0L).doesNotContainKey("view");
        batch(event(1));
        assertStands("1 2", 2);
    }

    @Test
    void holds_the_same_record_once_however_often_it_comes() {
        batch(event(1), event(3), event(3));
        batch(event(3));

        assertThat(held).hasSize(1);
        assertThat(last.changed()).isFalse();
    }

    @Test
    void holds_a_type_it_does_not_know_and_all_behind_it() {
        batch(event(1), event("e2", UNKNOWN, 2, "2"), event(3));

        assertStands("1", 1);
        assertThat(held)
                .extracting(HeldRecord::reason)
                .containsExactly("Type " + UNKNOWN + " is not known to this version.", "Sequence 2 is missing.");
    }

    @Test
    void moves_on_over_a_type_it_ignores() {
        batch(event(1), event("e2", IGNORED, 2, "2"), event(3));

        assertStands("1 3", 3);
        assertThat(held).isEmpty();
        assertThat(last.steps).hasSize(2);
    }

    @Test
    void stands_before_its_first_view_where_all_is_ignored() {
        batch(event("e1", IGNORED, 1, "1"));

        assertThat(document()).containsEntry("sequence", 1L).doesNotContainKey("view");
        batch(event(2));
        assertStands("2", 2);
    }

    @Test
    void holds_an_event_that_cannot_be_folded_with_the_reason() {
        batch(event(1), event("e2", KNOWN, 2, "garbage"), event(3));

        assertStands("1", 1);
        assertThat(held.getFirst().reason()).isEqualTo("The event cannot be read: no number");
        assertThat(held).hasSize(2);
    }

    @Test
    void holds_a_fork_of_what_was_applied_and_goes_on() {
        batch(event(1), event(2));
        batch(event("other", KNOWN, 2, "two"));

        assertStands("1 2", 2);
        assertThat(held)
                .singleElement()
                .extracting(HeldRecord::reason)
                .isEqualTo("Sequence 2 was taken by another event before: a fork.");

        batch(event(3));
        assertStands("1 2 3", 3);
        assertThat(held).as("the fork waits for people").hasSize(1);
        assertThat(document()).containsKey("heldSince");
    }

    @Test
    void finds_a_fork_among_the_last_thirty_two_and_takes_an_older_one_for_a_repetition() {
        for (int i = 1; i <= 40; i++) {
            batch(event(i));
        }

        batch(event("other", KNOWN, 9, "nine"));
        assertThat(held).hasSize(1);
        batch(event("another", KNOWN, 8, "eight"));
        assertThat(held).hasSize(1);
    }

    @Test
    void applies_neither_of_two_rivals_for_the_next_place() {
        batch(event(1), event(3), event("rival", KNOWN, 3, "three"));

        batch(event(2));

        assertStands("1 2", 2);
        assertThat(held).extracting(row -> row.event().id()).containsExactlyInAnyOrder("e3", "rival");
    }

    @Test
    void holds_a_late_rival_of_one_that_is_held() {
        batch(event(1), event("e2", UNKNOWN, 2, "2"));
        batch(event("rival", KNOWN, 2, "two"));

        assertStands("1", 1);
        assertThat(held)
                .extracting(HeldRecord::reason)
                .contains("Sequence 2 is claimed by another event, which is held too.");
    }

    @Test
    void applies_the_one_that_was_redriven_and_gives_up_its_rival() {
        batch(event(1), event(3), event("rival", KNOWN, 3, "three"), event(2));

        redriven(event(3));

        assertStands("1 2 3", 3);
        assertThat(last.rejected).extracting(row -> row.event().id()).containsExactly("rival");
        assertThat(held).isEmpty();
        assertThat(document()).doesNotContainKey("heldSince");
    }

    @Test
    void applies_a_redriven_event_that_a_newer_version_understands_and_what_waited_behind_it() {
        batch(event(1), event("e2", UNKNOWN, 2, "2"), event(3));

        redriven(event("e2", KNOWN, 2, "2"));

        assertStands("1 2 3", 3);
        assertThat(held).isEmpty();
    }

    @Test
    void keeps_holding_a_redriven_event_that_still_cannot_be_read() {
        batch(event(1), event("e2", KNOWN, 2, "garbage"));

        redriven(event("e2", KNOWN, 2, "garbage"));

        assertStands("1", 1);
        assertThat(held).hasSize(1);
        assertThat(last.released).isEmpty();
    }

    @Test
    void a_redriven_event_that_was_applied_meanwhile_is_a_repetition() {
        batch(event(1), event(2));

        redriven(event(2));

        assertStands("1 2", 2);
        assertThat(last.changed()).isFalse();
    }

    @Test
    void stops_releasing_at_one_that_cannot_be_read() {
        batch(event(1), event("e3", KNOWN, 3, "garbage"), event(4));

        batch(event(2));

        assertStands("1 2", 2);
        assertThat(held).extracting(row -> row.event().sequence()).containsExactly(3L, 4L);
        assertThat(document()).containsKey("heldSince");
    }

    @Test
    void replaying_everything_changes_nothing() {
        Event[] all = {event(1), event(3), event(2), event("e4", IGNORED, 4, "4"), event(5)};
        batch(all);
        Document before = Document.parse(document().toJson());

        batch(all);

        assertThat(last.changed()).isFalse();
        assertThat(document().toJson()).isEqualTo(before.toJson());
        assertThat(held).isEmpty();
    }

    private void batch(Event... events) {
        arrive(Stream.of(events).map(event -> new Arrival(event, 3, offset++, false)));
    }

    private void redriven(Event event) {
        arrive(Stream.of(new Arrival(event, 3, offset++, true)));
    }

    private void arrive(Stream<Arrival> arrivals) {
        last = new FeedView<>("a1", stored, held, new Listing());
        arrivals.toList().forEach(last::accept);
        last.toHold.forEach(row -> held.add(HeldRecord.read(row.write())));
        Stream.concat(last.released.stream(), last.rejected.stream())
                .forEach(gone -> held.removeIf(row -> row.id().equals(gone.id())));
        if (last.changed()) {
            stored = last.write();
        }
    }

    private Document document() {
        if (stored == null) {
            throw new AssertionError("nothing was stored");
        }
        return stored;
    }

    private void assertStands(String list, long sequence) {
        assertThat(document()).containsEntry("sequence", sequence);
        assertThat(document().get("view", Document.class)).isEqualTo(new Document("list", list));
    }
}
