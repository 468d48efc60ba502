package org.waymark.partner.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.RunningService;

/** Two instances over one store, and a clock that the test turns. */
@RunningService
class AttemptsIT {

    @Autowired
    MongoClient client;

    private final TurnedClock clock = new TurnedClock();
    private Attempts one;
    private Attempts other;

    @BeforeEach
    void on_an_empty_store() {
        MongoDatabase database = AnotherDatabase.of(client);
        one = new Attempts(database, clock);
        other = new Attempts(database, clock);
    }

    @Test
    void each_failure_beyond_a_few_doubles_the_wait_over_all_instances() {
        for (int i = 0; i < 5; i++) {
            assertThat((i % 2 == 0 ? one : other).begin("ana", "here")).isZero();
        }

        assertThat(other.begin("ana", "elsewhere")).isPositive();
        clock.turn(Duration.ofSeconds(31));
        assertThat(one.begin("ana", "here")).isZero();
        assertThat(other.begin("ana", "here")).isGreaterThan(Duration.ofSeconds(50));
        clock.turn(Duration.ofSeconds(61));
        assertThat(other.begin("ana", "here")).isZero();
    }

    @Test
    void an_address_from_which_many_names_are_tried_waits_too() {
        for (int i = 0; i < 50; i++) {
            assertThat(one.begin("name " + i, "here")).isZero();
        }

        assertThat(other.begin("another name", "here")).isPositive();
        assertThat(other.begin("another name", "elsewhere")).isZero();
    }

    @Test
    void success_is_the_end_of_the_count() {
        for (int i = 0; i < 4; i++) {
            one.begin("ana", "here");
        }

        other.succeeded("ana", "here");

        for (int i = 0; i < 5; i++) {
            assertThat(one.begin("ana", "here")).isZero();
        }
    }

    @Test
    void an_office_in_which_everybody_signs_in_never_waits() {
        for (int i = 0; i < 60; i++) {
            assertThat(one.begin("name " + i, "office")).isZero();
            one.succeeded("name " + i, "office");
        }
    }

    @Test
    void the_wait_ends_at_a_quarter_of_an_hour() {
        assertThat(Attempts.delay(4, 5)).isZero();
        assertThat(Attempts.delay(5, 5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Attempts.delay(8, 5)).isEqualTo(Duration.ofMinutes(4));
        assertThat(Attempts.delay(100, 5)).isEqualTo(Duration.ofMinutes(15));
    }
}
