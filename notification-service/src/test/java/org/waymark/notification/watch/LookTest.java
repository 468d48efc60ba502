package org.waymark.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant FAR = NOW.plus(Duration.ofDays(3));

    @Test
    void the_earlier_instant_stands() {
        Look look = Look.first("c").heard(1, FAR);

        assertThat(look.heard(2, NOW).at()).isEqualTo(NOW);
        assertThat(look.heard(2, FAR.plusSeconds(1)).at()).isEqualTo(FAR);
        assertThat(look.heard(2, null).at()).isEqualTo(FAR);
    }

    @Test
    void an_event_that_comes_in_while_somebody_looks_leads_to_another_look() {
        Look begun = Look.first("c").heard(1, NOW).begin();

        assertThat(begun.mayStay(NOW, null)).isFalse();
        Look heard = begun.heard(2, null);
        assertThat(heard.at()).isEqualTo(NOW);
        assertThat(heard.sequence()).isEqualTo(2);
        assertThat(heard.v())
                .as("as the version that moving on would write")
                .isEqualTo(begun.next(FAR).v());
    }

    @Test
    void an_event_says_nothing_where_nobody_will_look_for_long() {
        Look far = Look.first("c").heard(1, FAR);

        assertThat(far.mayStay(NOW, null)).isTrue();
        assertThat(far.mayStay(NOW, FAR)).isTrue();
        assertThat(far.mayStay(NOW, NOW)).as("an earlier turn").isFalse();
        assertThat(far.mayStay(FAR.minusSeconds(60), null)).as("it is near").isFalse();
        assertThat(Look.first("c").mayStay(NOW, null)).isTrue();
        assertThat(Look.first("c").mayStay(NOW, FAR)).isFalse();
    }

    @Test
    void is_stored_as_it_is() {
        Look look = Look.first("c").heard(7, FAR).begin();

        assertThat(Look.read(look.write())).isEqualTo(look);
        assertThat(Look.read(look.next(null).write())).isEqualTo(look.next(null));
    }
}
