package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class CommandKeysTest {

    @Test
    void remembers_what_a_command_came_to_and_its_body() {
        CommandKeys keys = CommandKeys.none().with(digest("k1"), digest("body"), 7);

        CommandKeys.Remembered found = Objects.requireNonNull(keys.find(digest("k1")));

        assertThat(found.sequence()).isEqualTo(7);
        assertThat(found.sameBody(digest("body"))).isTrue();
        assertThat(found.sameBody(digest("another"))).isFalse();
        assertThat(keys.find(digest("k2"))).isNull();
        assertThat(CommandKeys.none().find(digest("k1"))).isNull();
    }

    @Test
    void keeps_the_last_two_hundred() {
        CommandKeys keys = CommandKeys.none();
        for (int i = 1; i <= 250; i++) {
            keys = keys.with(digest("k" + i), digest("b" + i), i);
        }

        assertThat(keys.find(digest("k50"))).isNull();
        for (int i = 51; i <= 250; i++) {
            assertThat(Objects.requireNonNull(keys.find(digest("k" + i))).sequence())
                    .isEqualTo(i);
        }
        assertThat(keys.packed().length()).isEqualTo(200 * 40);
    }

    @Test
    void the_two_hundredth_pushes_nothing_out() {
        CommandKeys keys = CommandKeys.none();
        for (int i = 1; i <= 200; i++) {
            keys = keys.with(digest("k" + i), digest("b"), i);
        }

        assertThat(keys.find(digest("k1"))).isNotNull();
        assertThat(keys.with(digest("k201"), digest("b"), 201).find(digest("k1")))
                .isNull();
    }

    private static byte[] digest(String text) {
        return Uuids.sha256(text);
    }
}
