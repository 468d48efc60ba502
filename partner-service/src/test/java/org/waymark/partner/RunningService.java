package org.waymark.partner;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.testing.StoreRules;
import org.waymark.testing.TestServers;

/** One context for all of them: the whole service on a real port, a broker and a store. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PartnerService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=partner-service",
            "waymark.embedded-store=true",
            "logging.level.root=warn",
            "waymark.bootstrap.secretariat.client-secret=" + RunningService.SECRET
        })
@ContextConfiguration(initializers = TestServers.Initializer.class)
@Import({StoreRules.Listening.class, Api.class, Topics.class})
public @interface RunningService {
    String SECRET = "secretariat-secret-of-the-tests";
}
