package org.waymark.notification.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    @Bean
    MongoGroupRules groupRules(Platform platform) {
        return new MongoGroupRules(platform);
    }
}
