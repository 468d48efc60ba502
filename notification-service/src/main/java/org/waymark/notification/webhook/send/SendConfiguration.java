package org.waymark.notification.webhook.send;

import java.time.Clock;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class SendConfiguration {

    @Bean
    Sender sender(WebhookSettings settings, Clock clock) {
        return new Sender(settings, SystemDefaultDnsResolver.INSTANCE, clock);
    }

    @Bean
    Dispatcher dispatcher(
            Webhooks webhooks, Deliveries deliveries, Sender sender, Clock clock, WebhookSettings settings) {
        return new Dispatcher(webhooks, deliveries, sender, clock, settings);
    }
}
