package org.waymark.notification.watch;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    private static final String FEED = "watches";

    /**
     * Carries the number of the watch's shape: what another version has kept here is made anew from the topic, which
     * raises nothing a second time.
     */
    static final String COLLECTION = "watches_2";

    @Bean(FEED)
    Feed<Watch> watches(Platform platform, MongoAlerts alerts, MongoDatabase database) {
        WatchProjection projection = new WatchProjection(alerts, new EarlierWatches(database));
        Feed<Watch> feed = platform.feed(FEED, COLLECTION, "waymark.commitments", projection);
        platform.serve(FEED, () -> feed);
        return feed;
    }
}
