package org.waymark.notification.watch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    Feed<Watch> watches(Platform platform, MongoAlerts alerts) {
        return platform.feed("watches", "waymark.commitments", new WatchProjection(alerts));
    }
}
