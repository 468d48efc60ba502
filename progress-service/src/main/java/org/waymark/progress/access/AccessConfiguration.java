package org.waymark.progress.access;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;
import org.waymark.platform.Revocations;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String FEED = "access";

    @Bean
    Revocations revocations(Platform platform) {
        return platform.revocations(FEED, "org.waymark.access.revoked.v1");
    }

    @Bean(FEED)
    Feed<Instant> access(Platform platform, Revocations revocations) {
        return platform.feed(FEED, "waymark.partners", revocations);
    }
}
