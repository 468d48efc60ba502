package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    @Test
    void are_read_as_they_are_written() {
        Positions positions = new Positions(new TreeMap<>(Map.of(1, 4L, 0, 17L)));

        assertThat(positions).hasToString("0:17,1:4");
        assertThat(Positions.parse("0:17,1:4")).contains(positions);
        assertThat(positions.at(1)).isEqualTo(4);
        assertThat(positions.at(2)).isZero();
    }

    @Test
    void are_those_of_one_who_has_read_nothing_where_the_text_is_empty() {
        assertThat(Positions.parse("")).contains(Positions.NOWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "a:b", "0:", ":1", "0:99999999999999999999"})
    void are_nothing_where_a_stranger_wrote_them(String text) {
        assertThat(Positions.parse(text)).isEmpty();
    }
}
