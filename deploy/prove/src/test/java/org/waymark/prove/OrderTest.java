package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.prove.HandMade.ONE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTest {

    private final HandMade topic = new HandMade();
    private final Findings findings = new Findings();

    @BeforeEach
    void three_events() {
        topic.submitted("2026-10-01", "", "").reported("2026-10-02", "", "").reported("2026-10-03", "", "");
    }

    @Test
    void events_that_come_again_are_counted_and_not_wrong() {
        topic.announced.add(topic.announced.get(1));

        assertThat(check()).isEqualTo(3);
        assertThat(findings.report().differences()).isEmpty();
        assertThat(findings.report().notes()).containsExactly("4 events on the topic, 1 of them again");
    }

    @Test
    void one_number_with_two_events_is_wrong() {
        topic.announced.add(HandMade.event(ONE, 2, "2026-10-02T12:00:00Z", "progress-reported", "{}"));

        check();

        assertThat(findings.report().differences())
                .containsExactly("topic " + ONE + ": 2 is two events (partition 0 offset 2 and partition 0 offset 2)");
    }

    @Test
    void a_hole_is_wrong_and_history_ends_before_it() {
        topic.announced.remove(1);

        assertThat(check()).isEqualTo(1);
        assertThat(findings.report().differences())
                .containsExactly("topic " + ONE + ": 2 is missing before later events");
    }

    @Test
    void an_earlier_event_behind_a_later_one_is_wrong_and_history_is_whole() {
        topic.announced.add(topic.announced.remove(1));

        assertThat(check()).isEqualTo(3);
        assertThat(findings.report().differences())
                .containsExactly("topic " + ONE + ": 2 stands behind 3 (partition 0 offset 2)");
    }

    @Test
    void records_that_are_no_events_are_named() {
        new Order(findings).check(new Log(topic.announced, List.of("partition 3 offset 7"), Merges.NONE));

        assertThat(findings.report().notes().getLast()).endsWith("no events, the first at partition 3 offset 7");
    }

    /** How far the history goes. */
    private long check() {
        return new Order(findings)
                .check(topic.read())
                .values()
                .iterator()
                .next()
                .sequence();
    }
}
