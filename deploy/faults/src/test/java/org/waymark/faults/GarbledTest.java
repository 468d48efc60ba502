package org.waymark.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class GarbledTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RIGHT = Surface.right("POST /api/commitments");

    @Test
    void bends_the_same_for_the_same_seed() {
        assertThat(LongStream.range(0, 1_000).mapToObj(GarbledTest::bent))
                .containsExactlyElementsOf(
                        LongStream.range(0, 1_000).mapToObj(GarbledTest::bent).toList());
    }

    @Test
    void leaves_some_right_and_some_readable_and_breaks_others() {
        List<String> bent =
                LongStream.range(0, 1_000).mapToObj(GarbledTest::bent).toList();

        assertThat(bent).contains(JSON.writeValueAsString(JSON.readTree(RIGHT)));
        assertThat(bent.stream().filter(GarbledTest::isJson).count()).isBetween(300L, 900L);
        assertThat(new HashSet<>(bent).size()).isBetween(300, 900);
    }

    @Test
    void makes_records_of_the_seed_alone() {
        assertThat(record(7)).isEqualTo(record(7));
        assertThat(Set.of(record(7), record(8), record(9))).hasSize(3);
    }

    private static String bent(long seed) {
        return new String(new Garbled(new Random(seed)).body(RIGHT), StandardCharsets.UTF_8);
    }

    private static boolean isJson(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String record(long seed) {
        Bent bent = new Bent(new Random(seed));
        return bent.id() + new String(bent.event("waymark.partners", "a", 1).value(), StandardCharsets.UTF_8);
    }
}
