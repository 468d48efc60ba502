package org.waymark.partner.members;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.groups.ActionGroups;
import org.waymark.partner.partners.Partners;

@Configuration(proxyBeanMethods = false)
class MembersConfiguration {

    @Bean
    People people(MongoDatabase database) {
        return new People(database);
    }

    @Bean
    Links links(MongoDatabase database, Clock clock) {
        return new Links(database, clock);
    }

    @Bean
    Members members(
            People people, Links links, Partners partners, ActionGroups groups, MemberSettings settings, Clock clock) {
        return new Members(people, links, partners, groups, settings, clock);
    }
}
