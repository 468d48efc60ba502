package org.waymark.notification.webhook.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.webhook.domain.Attempt;
import org.waymark.notification.webhook.domain.Delivery;

/**
 * A delivery as the API tells it.
 *
 * @param id as the receiver is told it, in {@code webhook-id}
 * @param state {@code pending}, {@code delivered} or {@code given-up}
 * @param nextAt when it is tried again
 * @param body as it is sent
 * @param attempts the latest twenty, the oldest first
 */
record DeliveryBody(
        String id,
        String webhookId,
        String type,
        @Nullable String alertId,
        Instant createdAt,
        String state,
        @Nullable Instant nextAt,
        @JsonRawValue String body,
        List<AttemptBody> attempts) {

    /**
     * @param status of the answer, where there was one
     * @param answer its beginning, or why there was none
     */
    record AttemptBody(
            Instant at, long tookMillis, @Nullable Integer status, String answer) {

        static AttemptBody of(Attempt attempt) {
            return new AttemptBody(attempt.at(), attempt.took().toMillis(), attempt.status(), attempt.answer());
        }
    }

    static DeliveryBody of(Delivery delivery) {
        return new DeliveryBody(
                delivery.id(),
                delivery.webhookId(),
                delivery.type(),
                delivery.alertId(),
                delivery.createdAt(),
                word(delivery.state()),
                delivery.nextAt(),
                delivery.body(),
                delivery.attempts().stream().map(AttemptBody::of).toList());
    }

    static String word(Delivery.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
