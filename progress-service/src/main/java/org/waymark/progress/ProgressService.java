package org.waymark.progress;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service as a process of its own. */
@SpringBootApplication
@EnableScheduling
public class ProgressService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The same service for a process that holds more than one. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ProgressService.class).properties("spring.config.name=progress-service");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
