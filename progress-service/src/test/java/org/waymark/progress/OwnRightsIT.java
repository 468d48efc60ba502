package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.testing.SecuredKafka;
import org.waymark.testing.TestServers;
import org.waymark.testing.TestTokens;

/** The rights that deploy/compose/access gives this service are enough for all of its work. */
class OwnRightsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void the_service_does_its_work_with_its_own_credentials() {
        try (SecuredKafka kafka = SecuredKafka.start();
                ConfigurableApplicationContext service =
                        ProgressService.application().run(arguments(kafka))) {
            String base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
            Api partner = new Api(base, TestTokens.token("ilo", ServiceIT.ILO, "partner"));
            Api secretariat = new Api(base, TestTokens.token("secretariat", null, "secretariat"));

            Api.Answer posted = partner.post("/api/commitments", ServiceIT.COMMITMENT, ServiceIT.withKey());
            putPoison(kafka);

            assertThat(posted.status()).isEqualTo(201);
            await().atMost(PATIENCE)
                    .until(() -> partner.get("/api/dashboard/commitments/" + posted.text("/id"))
                                    .status()
                            == 200);
            await().atMost(PATIENCE)
                    .until(() -> !secretariat
                            .get("/api/operations/dead-letters")
                            .body()
                            .at("/items")
                            .isEmpty());
            String letter = secretariat.get("/api/operations/dead-letters").text("/items/0/id");
            assertThat(secretariat
                            .post("/api/operations/dead-letters/" + letter + "/redrive", "", ServiceIT.withKey())
                            .status())
                    .isEqualTo(204);
        }
    }

    private static String[] arguments(SecuredKafka kafka) {
        List<String> arguments = new ArrayList<>(kafka.arguments("progress-service"));
        arguments.addAll(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + TestServers.mongoUri("own-rights-" + UUID.randomUUID()),
                "--waymark.embedded-store=true",
                "--waymark.security.issuer=" + TestTokens.issuer(),
                "--waymark.security.jwk-set-uri=" + TestTokens.jwkSetUri()));
        return arguments.toArray(String[]::new);
    }

    private static void putPoison(SecuredKafka kafka) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.asAdmin(), new ByteArraySerializer(), new ByteArraySerializer())) {
            Api.now(() -> producer.send(new ProducerRecord<>("waymark.commitments", TopicWriter.bytes("?")))
                    .get());
        }
    }
}
