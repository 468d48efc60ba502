package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.testing.BrokerUser;
import org.waymark.testing.SecuredKafka;
import org.waymark.testing.TestServers;
import org.waymark.testing.TestTokens;

/** The rights that deploy/compose/access gives this service are enough for its work, and are no more than that. */
@SuppressWarnings("NullAway.Init")
class OwnRightsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static SecuredKafka kafka;
    private static ConfigurableApplicationContext service;
    private static Api secretariat;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start();
        service = NotificationService.application().run(arguments(kafka));
        int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        secretariat = new Api(port, TestTokens.token("secretariat", null, "secretariat"));
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void reads_and_alerts_with_its_own_credentials_and_puts_its_alert_on_its_topic_again() {
        CommitmentStory story = aCommitmentOffTrack();

        story.events.forEach(whoWritesCommitments()::put);
        await().atMost(PATIENCE).until(() -> alerts(story) == 1);
        String alert = secretariat
                .get("/api/alerts?commitment=" + story.id)
                .items()
                .getFirst()
                .path("id")
                .asString();
        await().atMost(PATIENCE).until(() -> published(alert).size() == 1);
        kafka.user("progress-service")
                .put("waymark.alerts.again", BrokerUser.place(published(alert).getFirst()));

        await().atMost(PATIENCE).until(() -> published(alert).size() == 2);
    }

    @Test
    void asks_the_owner_of_the_topic_for_what_it_held() {
        CommitmentStory story = aCommitmentOffTrack();
        BrokerUser owner = whoWritesCommitments();

        owner.put(Topics.event(Topics.COMMITMENTS, "org.waymark.commitment.sung.v9", story.id, 1, "{}", null));
        story.events.forEach(owner::put);
        await().atMost(PATIENCE).until(() -> redrive(story.id) == 202);
        ConsumerRecord<byte[], byte[]> request =
                owner.all("waymark.commitments.again").getLast();
        ConsumerRecord<byte[], byte[]> wanted =
                owner.all(Topics.COMMITMENTS, story.id).get(1);
        assertThat(BrokerUser.value(request)).isEqualTo(BrokerUser.place(wanted));
        assertThat(new String(
                        request.headers().lastHeader("waymark-again-asker").value(), StandardCharsets.UTF_8))
                .isEqualTo("notification-service");
        owner.put(new ProducerRecord<>(
                wanted.topic(),
                wanted.partition(),
                wanted.key(),
                wanted.value(),
                wanted.headers().add(request.headers().lastHeader("waymark-redriven"))));

        await().atMost(PATIENCE).until(() -> alerts(story) == 1);
    }

    @Test
    void is_refused_to_write_the_topics_of_others() {
        BrokerUser own = kafka.user("notification-service");

        assertThat(own.isRefusedToWrite("waymark.commitments")).isTrue();
        assertThat(own.isRefusedToWrite("waymark.partners")).isTrue();
        assertThat(own.isRefusedToWrite("waymark.partners.again")).isFalse();
        assertThat(own.isRefusedToWrite("waymark.alerts")).isFalse();
    }

    private static CommitmentStory aCommitmentOffTrack() {
        return CommitmentStory.aCommitment(
                        UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .offTrack();
    }

    private static BrokerUser whoWritesCommitments() {
        return kafka.user("progress-service");
    }

    private static List<ConsumerRecord<byte[], byte[]>> published(String alert) {
        return kafka.user("progress-service").all(Topics.ALERTS, alert);
    }

    private static int alerts(CommitmentStory story) {
        return secretariat.get("/api/alerts?commitment=" + story.id).items().size();
    }

    private static int redrive(String aggregate) {
        return secretariat
                .post("/api/operations/held/" + aggregate + "/redrive", "")
                .status();
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
