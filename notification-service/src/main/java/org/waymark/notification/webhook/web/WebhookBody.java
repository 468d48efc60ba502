package org.waymark.notification.webhook.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.domain.Webhook.Disabled;
import org.waymark.notification.webhook.store.Webhooks.Stored;

/**
 * A webhook as the API tells it.
 *
 * @param rules of which alone it hears; of all where there are none
 * @param secret shown where it was made just now, and never again
 * @param state {@code active} or {@code disabled}
 * @param disabledReason {@code by-owner}, {@code gone} or {@code failing}
 * @param disabledOn when it will be disabled unless it takes a message before
 */
record WebhookBody(
        String id,
        URI url,
        List<String> rules,
        @Nullable String secret,
        Instant createdAt,
        String state,
        @Nullable Instant failingSince,
        @Nullable Instant disabledOn,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason) {

    static WebhookBody of(Stored stored, Instant now) {
        return of(stored, now, null);
    }

    static WebhookBody withSecret(Stored stored, Instant now) {
        return of(stored, now, stored.webhook().secrets().getFirst().text());
    }

    private static WebhookBody of(Stored stored, Instant now, @Nullable String secret) {
        Webhook webhook = stored.webhook();
        Disabled disabled = webhook.disabled();
        return new WebhookBody(
                webhook.id(),
                webhook.url(),
                webhook.rules().stream().sorted().toList(),
                secret,
                webhook.createdAt(),
                disabled == null ? "active" : "disabled",
                webhook.failingSince(),
                webhook.disabledSoon(now),
                disabled == null ? null : disabled.at(),
                disabled == null ? null : disabled.reason());
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "WebhookBody[" + id + "]";
    }
}
