package org.waymark.partner;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The authorization server is wired by hand: what Boot would add is either a second one or opens more endpoints. */
@SpringBootApplication(
        exclude = {
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConfigurationPropertiesScan
public class PartnerService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** For whoever starts it, alone or beside the other services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(PartnerService.class).properties("spring.config.name=partner-service");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
