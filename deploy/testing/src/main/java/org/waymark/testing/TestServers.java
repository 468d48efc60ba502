package org.waymark.testing;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.embedded.Topics;

/**
 * The servers a test runs against, started once per JVM and only when asked for, so that the same tests prove the real
 * servers and the embedded ones. Each server is, in this order:
 *
 * <ol>
 *   <li>the one that {@code WAYMARK_TEST_MONGODB_URI} or {@code WAYMARK_TEST_KAFKA} names (environment or system
 *       property);
 *   <li>a container, with {@code -Dwaymark.test.servers=containers};
 *   <li>the embedded one, in memory or in a folder that goes when the JVM does.
 * </ol>
 */
public final class TestServers {

    private static final int PARTITIONS = 3;

    private TestServers() {}

    /** Bootstrap servers. Tests of one module share the broker: topics and groups need names of their own. */
    public static String kafka() {
        return TestKafka.BOOTSTRAP_SERVERS;
    }

    /** A database that no other test run uses; on a server that stays, it stays too, to be looked at. */
    public static String mongoUri(String database) {
        return TestMongo.uri(database);
    }

    /** Creates what is missing; another number of partitions than what stands is refused. */
    public static void createTopics(Map<String, Integer> partitionsByTopic) {
        Topics.create(kafka(), partitionsByTopic);
    }

    /** Points an application context at the servers and at {@link TestTokens}, with Waymark's topics in place. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            createTopics(waymarkTopics());
            String service = context.getEnvironment().getProperty("spring.application.name", "waymark");
            TestPropertyValues.of(
                            "server.port=0",
                            "spring.kafka.bootstrap-servers=" + kafka(),
                            "spring.mongodb.uri=" + mongoUri(service),
                            "waymark.embedded-store=" + TestMongo.EMBEDDED,
                            "waymark.security.issuer=" + TestTokens.issuer(),
                            "waymark.security.jwk-set-uri=" + TestTokens.jwkSetUri())
                    .applyTo(context);
        }

        private static Map<String, Integer> waymarkTopics() {
            return Stream.of("waymark.partners", "waymark.commitments", "waymark.alerts")
                    .flatMap(topic -> Stream.of(topic, topic + ".dlt", topic + ".again"))
                    .collect(Collectors.toMap(topic -> topic, topic -> PARTITIONS));
        }
    }
}
