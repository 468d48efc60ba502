package org.waymark.notification.webhook.store;

import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.webhook.domain.Attempt;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Delivery.State;

/** A delivery as it is stored. */
final class DeliveryDocuments {

    private DeliveryDocuments() {}

    static Document write(Delivery delivery) {
        return new Document("_id", delivery.id())
                .append("webhookId", delivery.webhookId())
                .append("type", delivery.type())
                .append("alertId", delivery.alertId())
                .append("body", delivery.body())
                .append("createdAt", Date.from(delivery.createdAt()))
                .append("state", delivery.state().name())
                .append("nextAt", Times.date(delivery.nextAt()))
                .append("tries", delivery.tries())
                .append(
                        "attempts",
                        delivery.attempts().stream()
                                .map(DeliveryDocuments::write)
                                .toList());
    }

    private static Document write(Attempt attempt) {
        return new Document("at", Date.from(attempt.at()))
                .append("tookMillis", attempt.took().toMillis())
                .append("status", attempt.status())
                .append("answer", attempt.answer())
                .append("retryAfterSeconds", seconds(attempt.retryAfter()));
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    static Delivery read(Document stored) {
        return new Delivery(
                stored.getString("_id"),
                stored.getString("webhookId"),
                stored.getString("type"),
                stored.getString("alertId"),
                stored.getString("body"),
                stored.getDate("createdAt").toInstant(),
                State.valueOf(stored.getString("state")),
                Times.instant(stored, "nextAt"),
                stored.getInteger("tries"),
                stored.getList("attempts", Document.class).stream()
                        .map(DeliveryDocuments::attempt)
                        .toList());
    }

    private static Attempt attempt(Document stored) {
        Long retryAfter = stored.getLong("retryAfterSeconds");
        return new Attempt(
                stored.getDate("at").toInstant(),
                Duration.ofMillis(stored.getLong("tookMillis")),
                stored.getInteger("status"),
                stored.getString("answer"),
                retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    }
}
