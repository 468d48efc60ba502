package org.waymark.notification;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.testing.SecuredKafka;
import org.waymark.testing.TestServers;
import org.waymark.testing.TestTokens;

/** The rights that deploy/compose/access gives this service are enough for its work. */
class OwnRightsIT {

    @Test
    void the_service_reads_and_alerts_with_its_own_credentials() {
        CommitmentStory story = CommitmentStory.aCommitment(
                        UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .offTrack();
        try (SecuredKafka kafka = SecuredKafka.start();
                ConfigurableApplicationContext service =
                        NotificationService.application().run(arguments(kafka))) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Api secretariat = new Api(port, TestTokens.token("secretariat", null, "secretariat"));

            tell(kafka, story);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !secretariat
                            .get("/api/alerts?commitment=" + story.id)
                            .items()
                            .isEmpty());
        }
    }

    /** As whoever writes commitments does. */
    private static void tell(SecuredKafka kafka, CommitmentStory story) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                kafka.as("progress-service"), new ByteArraySerializer(), new ByteArraySerializer())) {
            story.events.forEach(producer::send);
        }
    }

    private static String[] arguments(SecuredKafka kafka) {
        List<String> arguments = new ArrayList<>(kafka.arguments("notification-service"));
        arguments.addAll(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + TestServers.mongoUri("own-rights-" + UUID.randomUUID()),
                "--waymark.embedded-store=true",
                "--waymark.security.issuer=" + TestTokens.issuer(),
                "--waymark.security.jwk-set-uri=" + TestTokens.jwkSetUri()));
        return arguments.toArray(String[]::new);
    }
}
