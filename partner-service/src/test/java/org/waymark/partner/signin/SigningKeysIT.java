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
class SigningKeysIT {

    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    MongoClient client;

    private final TurnedClock clock = new TurnedClock();
    private SigningKeys one;
    private SigningKeys other;

    @BeforeEach
    void on_an_empty_store() {
        MongoDatabase database = AnotherDatabase.of(client);
        one = new SigningKeys(database, clock, MONTH);
        other = new SigningKeys(database, clock, MONTH);
    }

    @Test
    void two_instances_agree_on_the_first_key() {
        assertThat(one.signing().jwk()).isEqualTo(other.signing().jwk());
    }

    @Test
    void a_new_key_is_known_to_all_before_it_signs() {
        SigningKeys.Key first = other.signing();

        SigningKeys.Key next = one.rotate();

        clock.turn(Duration.ofSeconds(2));
        assertThat(one.signing().jwk()).isEqualTo(first.jwk());
        assertThat(other.published()).extracting(SigningKeys.Key::jwk).containsExactly(first.jwk(), next.jwk());
        clock.turn(Duration.ofSeconds(10));
        assertThat(one.signing().jwk()).isEqualTo(next.jwk());
        assertThat(other.signing().jwk()).isEqualTo(next.jwk());
    }

    @Test
    void the_old_key_is_published_until_its_last_token_is_over() {
        SigningKeys.Key first = one.signing();
        one.rotate();

        clock.turn(Duration.ofMinutes(11));
        assertThat(other.published()).contains(first);

        clock.turn(Duration.ofMinutes(2));
        assertThat(other.published()).doesNotContain(first).hasSize(1);
    }

    @Test
    void a_key_that_has_grown_old_is_replaced_once() {
        SigningKeys.Key first = one.signing();

        clock.turn(MONTH);
        one.signing();
        other.signing();
        clock.turn(Duration.ofSeconds(11));

        assertThat(one.signing().jwk())
                .isNotEqualTo(first.jwk())
                .isEqualTo(other.signing().jwk());
        assertThat(one.published()).hasSize(2);
    }

    @Test
    void rotating_twice_at_once_makes_one_key() {
        one.signing();

        assertThat(one.rotate().jwk()).isEqualTo(other.rotate().jwk());
    }
}
