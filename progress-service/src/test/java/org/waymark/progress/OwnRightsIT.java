package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.testing.BrokerUser;
import org.waymark.testing.SecuredKafka;
import org.waymark.testing.TestServers;
import org.waymark.testing.TestTokens;

/** The rights that deploy/compose/access gives this service are enough for all of its work, and are no more than that. */
@SuppressWarnings("NullAway.Init")
class OwnRightsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "waymark.commitments";
    private static final String UPDATE = "{\"narrative\": \"On our way.\", \"assessment\": \"on-track\"}";

    private static SecuredKafka kafka;
    private static ConfigurableApplicationContext service;
    private static Api partner;
    private static Api secretariat;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start();
        service = ProgressService.application().run(arguments(kafka));
        String base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        partner = new Api(base, TestTokens.token("ilo", ServiceIT.ILO, "partner"));
        secretariat = new Api(base, TestTokens.token("secretariat", null, "secretariat"));
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void publishes_shows_and_redrives_what_it_held_with_its_own_credentials() {
        String id = aCommitmentOnTheBoard();
        new BrokerUser(kafka.asAdmin()).put(TopicWriter.event(TOPIC, id, 2, "org.waymark.commitment.blessed.v9", "{}"));
        await().atMost(PATIENCE).until(() -> isListed("held", "aggregate", id));

        partner.post("/api/commitments/" + id + "/updates", UPDATE, ServiceIT.withKey());
        await().atMost(PATIENCE).until(() -> redriveHeld(id) == 202);

        await().atMost(PATIENCE).until(() -> sequence(id) == 2);
        await().atMost(PATIENCE).until(() -> isListed("dead-letters", "key", id));
    }

    @Test
    void redrives_a_dead_letter_of_anothers_topic_by_asking_its_owner() {
        String garbage = "garbage " + UUID.randomUUID();
        new BrokerUser(kafka.asAdmin()).put("waymark.alerts", garbage);
        await().atMost(PATIENCE).until(() -> isListed("dead-letters", "payload", garbage));
        String letter = secretariat.get("/api/operations/dead-letters").text("/items/0/id");

        Api.Answer redriven =
                secretariat.post("/api/operations/dead-letters/" + letter + "/redrive", "", ServiceIT.withKey());

        assertThat(redriven.status()).isEqualTo(202);
        assertThat(kafka.user("notification-service").all("waymark.alerts.again"))
                .extracting(BrokerUser::value)
                .containsExactly("waymark.alerts-0@0");
    }

    @Test
    void puts_its_own_record_on_its_topic_again_for_another_service() {
        String id = aCommitmentOnTheBoard();
        String place =
                BrokerUser.place(kafka.user("progress-service").all(TOPIC, id).getFirst());

        kafka.user("notification-service").put(TOPIC + ".again", place);

        await().atMost(PATIENCE)
                .until(() -> kafka.user("progress-service").all(TOPIC, id).size() == 2);
    }

    @Test
    void is_refused_to_write_the_topics_of_others() {
        BrokerUser own = kafka.user("progress-service");

        assertThat(own.isRefusedToWrite("waymark.partners")).isTrue();
        assertThat(own.isRefusedToWrite("waymark.alerts")).isTrue();
        assertThat(own.isRefusedToWrite(TOPIC + ".again")).isFalse();
    }

    private static String aCommitmentOnTheBoard() {
        Api.Answer posted = partner.post("/api/commitments", ServiceIT.COMMITMENT, ServiceIT.withKey());
        assertThat(posted.status()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> sequence(posted.text("/id")) == 1);
        return posted.text("/id");
    }

    private static long sequence(String id) {
        return partner.get("/api/dashboard/commitments/" + id).number("/sequence");
    }

    private static int redriveHeld(String id) {
        return secretariat
                .post("/api/operations/held/" + id + "/redrive", "", ServiceIT.withKey())
                .status();
    }

    private static boolean isListed(String list, String field, String value) {
        return secretariat
                .get("/api/operations/" + list)
                .body()
                .at("/items")
                .valueStream()
                .anyMatch(item -> item.at("/" + field).asString().equals(value));
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
}
