package org.waymark.notification.webhook.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class WebhookStoreConfiguration {

    @Bean
    Webhooks webhooks(Platform platform) {
        return new Webhooks(platform);
    }

    @Bean
    Deliveries deliveries(Platform platform) {
        return new Deliveries(platform);
    }
}
