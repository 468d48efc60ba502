package org.waymark.partner.partners;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.store.Aggregates;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {

    @Bean
    Partners partners(Platform platform, MongoDatabase database, Clock clock) {
        return new Partners(new Aggregates<>("partner", "partners", platform, database, new PartnerFormat(), clock));
    }
}
