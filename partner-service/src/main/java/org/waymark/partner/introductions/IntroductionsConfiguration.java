package org.waymark.partner.introductions;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.partners.Partners;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class IntroductionsConfiguration {

    @Bean
    Feed<Optional<Introduction>> introductions(Platform platform, Partners partners) {
        return platform.feed("introductions", "waymark.commitments", new IntroductionProjection(partners));
    }
}
