package org.waymark.partner.groups;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.partners.Partners;
import org.waymark.partner.store.Aggregates;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class ActionGroupsConfiguration {

    @Bean
    ActionGroups actionGroups(Platform platform, MongoDatabase database, Clock clock, Partners partners) {
        return new ActionGroups(
                new Aggregates<>("action group", "action_groups", platform, database, new ActionGroupFormat(), clock),
                partners);
    }

    @Bean
    ApplicationRunner defaultGroup(ActionGroups groups, ActionGroupSettings settings) {
        return arguments -> groups.makeSureOfDefault(settings.defaultGroupName());
    }
}
