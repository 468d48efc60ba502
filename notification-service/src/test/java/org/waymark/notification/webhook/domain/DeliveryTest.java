package org.waymark.notification.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.notification.webhook.domain.Delivery.State;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Webhook WEBHOOK =
            Webhook.create("w", "o", URI.create("https://example.org/hook"), Set.of(), NOW);

    private final Random random = new Random(1);

    @Test
    void is_tried_at_once_and_over_three_days() {
        Delivery delivery = delivery();
        List<Duration> waits = new ArrayList<>();
        Instant now = NOW;
        while (delivery.nextAt() != null) {
            waits.add(Duration.between(now, delivery.nextAt()));
            now = delivery.nextAt();
            delivery = delivery.after(answered(now, 500, null), random);
        }

        assertThat(waits).hasSize(10);
        assertThat(waits.getFirst()).isZero();
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(waits.get(4)).isBetween(Duration.ofHours(2), Duration.ofMinutes(144));
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(delivery.state()).isEqualTo(State.GIVEN_UP);
        assertThat(delivery.attempts()).hasSize(10);
    }

    @Test
    void is_over_once_it_was_taken() {
        Delivery delivery = delivery().after(answered(NOW, 204, null), random);

        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(delivery.nextAt()).isNull();
    }

    @Test
    void waits_as_long_as_the_receiver_asks_but_no_shorter_than_planned_and_no_day_longer() {
        assertThat(waitAfter(Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(waitAfter(Duration.ofSeconds(1))).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(waitAfter(Duration.ofDays(30))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void does_not_come_back_together_with_what_failed_together() {
        Set<Instant> again = Set.copyOf(java.util.stream.IntStream.range(0, 20)
                .mapToObj(
                        i -> delivery().after(answered(NOW, 500, null), random).nextAt())
                .toList());

        assertThat(again).hasSizeGreaterThan(15);
    }

    @Test
    void is_given_up_where_the_receiver_wants_nothing_any_more() {
        assertThat(delivery().after(answered(NOW, 410, null), random).state()).isEqualTo(State.GIVEN_UP);
    }

    @Test
    void starts_afresh_under_the_same_id_where_it_is_asked_for_again() {
        Delivery delivered = delivery().after(answered(NOW, 200, null), random);

        Delivery again = delivered.again(NOW.plusSeconds(60));

        assertThat(again.id()).isEqualTo(delivered.id());
        assertThat(again.state()).isEqualTo(State.PENDING);
        assertThat(again.nextAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(again.attempts()).hasSize(1);
    }

    private Duration waitAfter(Duration asked) {
        return Duration.between(
                NOW, delivery().after(answered(NOW, 429, asked), random).nextAt());
    }

    private static Delivery delivery() {
        return Delivery.of("d", WEBHOOK, "alert.raised", "a", "{}", NOW);
    }

    private static Attempt answered(Instant at, int status, @Nullable Duration retryAfter) {
        return new Attempt(at, Duration.ZERO, status, "", retryAfter);
    }
}
