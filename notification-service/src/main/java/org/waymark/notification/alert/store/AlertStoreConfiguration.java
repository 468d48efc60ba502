package org.waymark.notification.alert.store;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class AlertStoreConfiguration {

    @Bean
    MongoAlerts alerts(Platform platform, Clock clock, MeterRegistry meters) {
        return new MongoAlerts(
                platform.aggregates(AlertLists.COLLECTION, "waymark.alerts", new AlertRefold()), clock, meters);
    }

    @Bean
    AlertLists alertLists(MongoDatabase database) {
        return new AlertLists(database);
    }
}
