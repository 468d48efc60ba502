package org.waymark.notification.webhook;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.Rights;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.webhook.send.Dispatcher;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final String FEED = "outgoing";

    @Bean(FEED)
    Feed<Alert> alertDeliveries(
            Platform platform,
            Webhooks webhooks,
            Deliveries deliveries,
            Dispatcher dispatcher,
            Rights rights,
            Clock clock) {
        return platform.feed(
                FEED, "waymark.alerts", new AlertDeliveries(webhooks, deliveries, dispatcher, rights, clock));
    }
}
