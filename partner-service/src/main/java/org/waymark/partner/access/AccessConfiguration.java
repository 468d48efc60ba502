package org.waymark.partner.access;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.store.Aggregates;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Access access(Platform platform, MongoDatabase database, Clock clock) {
        return new Access(new Aggregates<>("access", "access", platform, database, new AccessFormat(), clock), clock);
    }
}
