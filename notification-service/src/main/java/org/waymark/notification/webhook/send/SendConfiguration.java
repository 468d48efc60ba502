package org.waymark.notification.webhook.send;

import java.time.Clock;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class SendConfiguration {

    /** How names are looked up; a test puts its own in its place. */
    @Bean
    @ConditionalOnMissingBean
    DnsResolver names() {
        return SystemDefaultDnsResolver.INSTANCE;
    }

    @Bean
    Sender sender(WebhookSettings settings, DnsResolver names, Clock clock) {
        return new Sender(settings, names, clock);
    }

    @Bean
    Dispatcher dispatcher(
            Webhooks webhooks, Deliveries deliveries, Sender sender, Clock clock, WebhookSettings settings) {
        return new Dispatcher(webhooks, deliveries, sender, clock, settings);
    }
}
