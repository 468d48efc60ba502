package org.waymark.notification.group;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.group.domain.DirectoryEntry;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

    static final String FEED = "groups";

    /** Earlier versions did not keep who was merged into whom; the topic has it. */
    @Bean(FEED)
    Feed<DirectoryEntry> groups(Platform platform, MongoDatabase database) {
        Document withoutMerges =
                new Document("view.kind", "partner").append("view.mergedInto", new Document("$exists", false));
        if (database.getCollection(FEED).find(withoutMerges).first() != null) {
            List.of(FEED, FEED + "_held", FEED + "_positions")
                    .forEach(name -> database.getCollection(name).drop());
        }
        return platform.feed(FEED, "waymark.partners", new GroupProjection());
    }

    @Bean
    GroupDirectory groupDirectory(MongoDatabase database, Clock clock) {
        return new GroupDirectory(database, new GroupProjection(), clock);
    }
}
