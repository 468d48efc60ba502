package org.waymark.notification.group;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.group.domain.DirectoryEntry;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

    static final String FEED = "groups";

    @Bean(FEED)
    Feed<DirectoryEntry> groups(Platform platform) {
        return platform.feed(FEED, "waymark.partners", new GroupProjection());
    }

    @Bean
    GroupDirectory groupDirectory(MongoDatabase database, Clock clock) {
        return new GroupDirectory(database, new GroupProjection(), clock);
    }
}
