package org.waymark.partner.partners;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.store.Aggregates;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {

    @Bean
    Aggregates<Partner> partnerAggregates(Platform platform, MongoDatabase database, Clock clock) {
        return new Aggregates<>("partner", "partners", platform, database, new PartnerFormat(), clock);
    }

    @Bean
    Partners partners(Aggregates<Partner> aggregates) {
        return new Partners(aggregates);
    }

    @Bean
    Merges merges(Aggregates<Partner> aggregates) {
        return new Merges(aggregates);
    }
}
