package org.waymark.notification.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook: pending > delivered, or given up.
 *
 * @param id as the header {@code webhook-id} has it, the same in each attempt, so that the receiver can tell a message it
 *     has already
 * @param type such as {@code alert.raised}
 * @param alertId what it tells of; null for a test
 * @param body as it is sent, the same in each attempt
 * @param nextAt when it is tried again; null once it is delivered or given up
 * @param tries since it was made, or since it was asked for again
 * @param attempts the latest {@value #KEPT}, the oldest first
 */
public record Delivery(
        String id,
        String webhookId,
        String type,
        @Nullable String alertId,
        String body,
        Instant createdAt,
        State state,
        @Nullable Instant nextAt,
        int tries,
        List<Attempt> attempts) {

    public enum State {
        PENDING,
        DELIVERED,
        GIVEN_UP
    }

    private static final int KEPT = 20;

    /** The schedule that the Standard Webhooks specification suggests, over three days. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** So that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    /** Of what a receiver asks to be left alone for. */
    private static final Duration LONGEST_HEEDED = Duration.ofDays(1);

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    public static Delivery of(
            String id, Webhook webhook, String type, @Nullable String alertId, String body, Instant now) {
        return new Delivery(id, webhook.id(), type, alertId, body, now, State.PENDING, now, 0, List.of());
    }

    /** Nobody else tries it until then; whoever dies meanwhile leaves it to others. */
    public Delivery claimed(Instant until) {
        return new Delivery(id, webhookId, type, alertId, body, createdAt, state, until, tries, attempts);
    }

    public Delivery after(Attempt attempt, RandomGenerator random) {
        if (attempt.isTaken()) {
            return with(State.DELIVERED, null, attempt);
        }
        if (attempt.isGone() || tries >= WAITS.size()) {
            return with(State.GIVEN_UP, null, attempt);
        }
        Duration planned = WAITS.get(tries);
        Duration spread = Duration.ofMillis((long) (planned.toMillis() * JITTER * random.nextDouble()));
        return with(State.PENDING, attempt.at().plus(longer(planned.plus(spread), attempt.retryAfter())), attempt);
    }

    private static Duration longer(Duration planned, @Nullable Duration asked) {
        Duration heeded = asked == null || asked.compareTo(LONGEST_HEEDED) > 0 ? LONGEST_HEEDED : asked;
        return asked != null && heeded.compareTo(planned) > 0 ? heeded : planned;
    }

    private Delivery with(State next, @Nullable Instant again, Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Delivery(
                id,
                webhookId,
                type,
                alertId,
                body,
                createdAt,
                next,
                again,
                tries + 1,
                all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** As if it were new, under the same id: the receiver knows whether it has it. */
    public Delivery again(Instant now) {
        return new Delivery(id, webhookId, type, alertId, body, createdAt, State.PENDING, now, 0, attempts);
    }

    public Delivery givenUp() {
        return new Delivery(id, webhookId, type, alertId, body, createdAt, State.GIVEN_UP, null, tries, attempts);
    }
}
