package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void is_read_as_it_was_written() {
        Place place = new Place("some-topic.of-1", 2, 30_000_000_000L);

        assertThat(place).hasToString("some-topic.of-1-2@30000000000");
        assertThat(Place.read(place.toString())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "topic",
                "topic-1",
                "topic@7",
                "topic-@7",
                "-1@7",
                "topic-1@",
                "topic-1@-7",
                "topic-1@7\n",
                "topic-one@7",
                "topic-1@٧",
                "topic-99999999999@7",
                "topic-1@99999999999999999999",
                "two topics-1@7"
            })
    void is_not_read_from_what_names_none(String text) {
        assertThat(Place.read(text)).isEmpty();
    }
}
