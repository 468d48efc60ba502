package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.notification.watch.domain.Happening.adds;
import static org.waymark.notification.watch.domain.Happening.putOff;
import static org.waymark.notification.watch.domain.Happening.reaches;
import static org.waymark.notification.watch.domain.Happening.takesBack;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WatchTest {

    static List<Happening> ofWhatWasNeverPromised() {
        return List.of(reaches("unheard-of"), takesBack(List.of("unheard-of")), putOff("unheard-of"));
    }

    @ParameterizedTest
    @MethodSource("ofWhatWasNeverPromised")
    void understands_nothing_of_a_milestone_that_was_never_promised(Happening happening) {
        assertThatThrownBy(() -> Told.of(List.of(happening)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unheard-of");
    }

    @Test
    void understands_no_milestone_that_is_added_twice() {
        assertThatThrownBy(() -> Told.of(List.of(adds("survey"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("survey");
    }

    @Test
    void understands_no_commitment_that_does_not_begin_with_its_submission() {
        assertThatThrownBy(() -> Folding.after(null, new Heard(reaches("survey").at(1), Instant.EPOCH, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
