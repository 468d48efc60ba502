package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergesTest {

    private static final LocalDate BEFORE = LocalDate.parse("2026-06-30");
    private static final LocalDate THEN = LocalDate.parse("2026-07-01");

    private final HandMade topic = new HandMade();

    @Test
    void a_partner_is_who_it_was_known_to_be_on_a_day_however_often_it_was_merged() {
        Merges merges = topic.merged("a", "2026-06-01", "b")
                .merged("b", "2026-07-01", "c")
                .merges();

        assertThat(merges.survivor("a", LocalDate.parse("2026-05-31"))).isEqualTo("a");
        assertThat(merges.survivor("a", BEFORE)).isEqualTo("b");
        assertThat(merges.survivor("a", THEN)).isEqualTo("c");
        assertThat(merges.survivor("c", THEN)).isEqualTo("c");
        assertThat(merges.survivor("unheard of", THEN)).isEqualTo("unheard of");
    }

    @Test
    void a_ring_ends_at_its_smallest_id() {
        Merges merges = topic.merged("b", "2026-06-01", "a")
                .merged("a", "2026-06-01", "b")
                .merges();

        assertThat(merges.survivor("a", THEN)).isEqualTo("a");
        assertThat(merges.survivor("b", THEN)).isEqualTo("a");
    }

    @Test
    void a_commitment_is_found_by_any_id_of_the_partner_that_leads_it() {
        History history = topic.submitted("2026-05-01", "", "")
                .merged("p-1", "2026-07-01", "p-2")
                .history();
        Merges merges = topic.merges();

        for (String id : new String[] {"p-1", "p-2"}) {
            assertThat(merges.has(new Scope(Map.of("partner", id, "country", "SLV")), history, THEN))
                    .isTrue();
            assertThat(merges.has(new Scope(Map.of("partner", id, "country", "KEN")), history, THEN))
                    .isFalse();
        }
        assertThat(merges.has(new Scope(Map.of("partner", "p-2")), history, BEFORE))
                .isFalse();
        assertThat(merges.has(new Scope(Map.of("partner", "p-1")), history, BEFORE))
                .isTrue();
        assertThat(merges.has(Scope.ALLIANCE, history, THEN)).isTrue();
    }
}
