package org.waymark.notification.webhook.send;

import java.time.Clock;
import org.apache.hc.client5.http.DnsResolver;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;

/** A dispatcher beside the service's own, whose clock and names a test steers. */
public final class Steered {

    private Steered() {}

    public static Dispatcher dispatcher(
            Webhooks webhooks, Deliveries deliveries, Clock clock, DnsResolver names, WebhookSettings settings) {
        return new Dispatcher(webhooks, deliveries, new Sender(settings, names, clock), clock, settings);
    }
}
