package org.waymark.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.Rights;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Sight;
import org.waymark.notification.alert.store.AlertDocuments;
import org.waymark.notification.alert.wire.EventReading;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.send.Dispatcher;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;
import org.waymark.notification.wire.EventJson;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import org.waymark.platform.Uuids;

/**
 * Reads what happens to alerts from their topic and makes a delivery of it for each webhook that may see the alert. A
 * delivery's id follows from webhook and event, and it is stored before the position is: read again, after a death or from
 * the start, the same events make the same deliveries, and none twice.
 */
final class AlertDeliveries implements Projection<Alert> {

    private static final String EVENT_PREFIX = "org.waymark.";
    private static final String EVENT_VERSION = ".v1";

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final Rights rights;
    private final Clock clock;

    AlertDeliveries(Webhooks webhooks, Deliveries deliveries, Dispatcher dispatcher, Rights rights, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public boolean understands(String type) {
        return EventReading.concerns(type);
    }

    @Override
    public boolean ignores(String type) {
        return false;
    }

    @Override
    public Alert apply(@Nullable Alert alert, Event event) {
        return EventReading.after(alert, event);
    }

    @Override
    public Alert read(Document stored) {
        return AlertDocuments.read(stored);
    }

    @Override
    public Document write(Alert alert) {
        return AlertDocuments.write(alert);
    }

    @Override
    public void beforeViews(List<Step<Alert>> steps) {
        Instant now = clock.instant();
        Map<Webhook, Sight> sights = new HashMap<>();
        webhooks.enabled().forEach(webhook -> sights.put(webhook, rights.sightOf(webhook.organization())));
        List<Delivery> made = new ArrayList<>();
        for (Step<Alert> step : steps) {
            sights.forEach((webhook, sight) -> {
                if (isNews(step, now)
                        && webhook.hears(step.after(), step.event().time())
                        && sight.covers(step.after())) {
                    made.add(delivery(webhook, step, now));
                }
            });
        }
        deliveries.add(made);
        if (!made.isEmpty()) {
            dispatcher.wake();
        }
    }

    /** What is older than deliveries are kept was delivered, and forgotten. */
    private static boolean isNews(Step<Alert> step, Instant now) {
        return step.event().time().isAfter(now.minus(Deliveries.KEPT));
    }

    private static Delivery delivery(Webhook webhook, Step<Alert> step, Instant now) {
        Event event = step.event();
        String type = event.type().substring(EVENT_PREFIX.length(), event.type().length() - EVENT_VERSION.length());
        AlertMessage message = AlertMessage.of(type, event.time(), event.subject(), event.sequence(), step.after());
        return Delivery.of(
                Uuids.of(webhook.id(), event.id()).toString(),
                webhook,
                type,
                event.subject(),
                new String(EventJson.write(message), StandardCharsets.UTF_8),
                now);
    }
}
