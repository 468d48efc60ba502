package org.waymark.notification.watch;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.waymark.notification.alert.store.AlertLists;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.settings.MongoGroupRules;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WatchConfiguration {

    private static final String FEED = "watches";
    private static final String TOPIC = "waymark.commitments";

    /**
     * Carries the number of the watch's shape: what another version has kept here is made anew from the topic, which
     * raises nothing a second time.
     */
    private static final String COLLECTION = "watches_2";

    @Bean
    Looks looks(Platform platform) {
        return new Looks(platform);
    }

    @Bean(FEED)
    Feed<Watch> watches(
            Platform platform,
            MongoAlerts alerts,
            MongoDatabase database,
            MongoGroupRules settings,
            Looks looks,
            Clock clock) {
        WatchProjection projection =
                new WatchProjection(alerts, new EarlierWatches(database), settings, new LookPlan(looks, clock), clock);
        Feed<Watch> feed = platform.feed(FEED, COLLECTION, TOPIC, projection);
        platform.serve(FEED, () -> feed);
        return feed;
    }

    @Bean
    Looking looking(
            Feed<Watch> watches,
            Looks looks,
            MongoDatabase database,
            AlertLists lists,
            MongoAlerts alerts,
            MongoGroupRules settings,
            KafkaProperties kafka,
            Clock clock) {
        return new Looking(
                new ReadTopic(new TopicEnds(TOPIC, kafka), watches::positions, clock),
                looks,
                database.getCollection(COLLECTION),
                lists,
                alerts,
                settings);
    }
}
