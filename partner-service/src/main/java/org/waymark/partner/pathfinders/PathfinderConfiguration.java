package org.waymark.partner.pathfinders;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.store.Aggregates;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class PathfinderConfiguration {

    @Bean
    PathfinderCountries pathfinderCountries(Platform platform, MongoDatabase database, Clock clock) {
        return new PathfinderCountries(new Aggregates<>(
                "Pathfinder Country", "pathfinder_countries", platform, database, new PathfinderFormat(), clock));
    }
}
