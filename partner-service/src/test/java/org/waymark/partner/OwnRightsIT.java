package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.testing.BrokerUser;
import org.waymark.testing.SecuredKafka;
import org.waymark.testing.TestServers;
import tools.jackson.databind.JsonNode;

/** The rights that deploy/compose/access gives this service are enough for its work, and are no more than that. */
@SuppressWarnings("NullAway.Init")
class OwnRightsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static SecuredKafka kafka;
    private static ConfigurableApplicationContext service;
    private static Api api;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start();
        service = PartnerService.application().run(arguments(kafka));
        api = new Api(service.getEnvironment());
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void publishes_with_its_own_credentials_and_puts_its_record_on_its_topic_again() {
        Api.Answer partner = api.aPartner();
        assertThat(partner.status()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> published(partner.text("id")).size() == 1);

        kafka.user("progress-service")
                .put(
                        "waymark.partners.again",
                        BrokerUser.place(published(partner.text("id")).getFirst()));

        await().atMost(PATIENCE).until(() -> published(partner.text("id")).size() == 2);
    }

    @Test
    void asks_the_owner_of_the_topic_for_what_became_a_dead_letter() {
        kafka.user("progress-service").put("waymark.commitments", "garbage");
        await().atMost(PATIENCE).until(() -> !deadLetters().isEmpty());
        String letter = deadLetters().at("/0/id").asString();

        Api.Answer redriven = api.post(api.secretariat(), "/api/operations/dead-letters/" + letter + "/redrive", "");

        assertThat(redriven.status()).isEqualTo(202);
        assertThat(kafka.user("progress-service").all("waymark.commitments.again"))
                .extracting(BrokerUser::value)
                .containsExactly("waymark.commitments-0@0");
    }

    @Test
    void is_refused_to_write_the_topics_of_others() {
        BrokerUser own = kafka.user("partner-service");

        assertThat(own.isRefusedToWrite("waymark.commitments")).isTrue();
        assertThat(own.isRefusedToWrite("waymark.alerts")).isTrue();
        assertThat(own.isRefusedToWrite("waymark.partners.again")).isTrue();
        assertThat(own.isRefusedToWrite("waymark.partners")).isFalse();
    }

    private static JsonNode deadLetters() {
        return api.get("/api/operations/dead-letters", "Authorization", "Bearer " + api.secretariat())
                .body()
                .path("items");
    }

    /** Read as whoever follows partners. */
    private static List<ConsumerRecord<byte[], byte[]>> published(String id) {
        return kafka.user("progress-service").all("waymark.partners", id);
    }

    private static String[] arguments(SecuredKafka kafka) {
        List<String> arguments = new ArrayList<>(kafka.arguments("partner-service"));
        arguments.addAll(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + TestServers.mongoUri("own-rights-" + UUID.randomUUID()),
                "--waymark.embedded-store=true",
                "--waymark.bootstrap.secretariat.client-secret=" + RunningService.SECRET));
        return arguments.toArray(String[]::new);
    }
}
