package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GreetingTest {

    private static final Positions START = new Positions(new TreeMap<>(Map.of(0, 11L)));

    @Test
    void names_the_position_from_which_a_listener_cut_off_at_once_goes_on() {
        assertThat(LiveController.greeting(null, START)).contains("\nid: 0:11\n");
    }

    @Test
    void leaves_the_position_of_a_listener_that_has_something_to_make_up_for() {
        assertThat(LiveController.greeting("0:5", START)).doesNotContain("id:");
    }

    @Test
    void names_none_where_the_topic_has_not_been_heard_yet() {
        assertThat(LiveController.greeting(null, Positions.NOWHERE)).doesNotContain("id:");
    }
}
