package org.waymark.notification;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class NotificationService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** With a configuration name of its own, since the standalone runs it beside the other services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NotificationService.class)
                .properties("spring.config.name=notification-service");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
