package org.waymark.notification;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** How many write commands each collection has been sent; each is a round trip, however many documents it carries. */
@TestConfiguration(proxyBeanMethods = false)
class WriteCounts implements CommandListener {

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    long of(String collection) {
        return counts.getOrDefault(collection, 0L);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("update")) {
            counts.merge(event.getCommand().getString("update").getValue(), 1L, Long::sum);
        }
    }

    @Bean
    MongoClientSettingsBuilderCustomizer writeCounts() {
        return settings -> settings.addCommandListener(this);
    }
}
