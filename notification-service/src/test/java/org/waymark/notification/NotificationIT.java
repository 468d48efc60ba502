package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.notification.Api.Answer;
import org.waymark.testing.StoreRules;
import org.waymark.testing.TestServers;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/**
 * The whole service with a real broker and a store, one context for all such tests. Each test makes a group and partners
 * of its own, so that they do not meet.
 */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notification-service",
            "waymark.looks.every=200ms",
            "waymark.webhooks.allowed-networks=127.0.0.0/8,::1/128",
            "waymark.webhooks.plain-http=true",
            "waymark.webhooks.every=200ms"
        })
@ContextConfiguration(initializers = TestServers.Initializer.class)
@Import({StoreRules.Listening.class, WriteCounts.class})
@SuppressWarnings("NullAway.Init")
abstract class NotificationIT {

    private static final Topics TOPICS = new Topics();

    final String group = id();
    final String lead = id();
    final String coChair = id();
    final String formerCoChair = id();
    final String futureCoChair = id();
    final String suspendedCoChair = id();

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    @Autowired
    WriteCounts writes;

    long alertWrites() {
        return writes.of("alerts");
    }

    @BeforeEach
    void the_directory_knows_the_group() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        publish(List.of(
                Topics.event(
                        Topics.PARTNERS,
                        "org.waymark.action-group.created.v1",
                        group,
                        1,
                        """
                        {"name": "A group", "default": false, "coChairs": [
                          {"partnerId": "%s", "from": "%s", "to": "%s"},
                          {"partnerId": "%s", "from": "2020-01-01", "to": "%s"},
                          {"partnerId": "%s", "from": "%s"},
                          {"partnerId": "%s", "from": "2020-01-01"}]}""".formatted(
                                        coChair,
                                        today,
                                        today,
                                        formerCoChair,
                                        today.minusDays(1),
                                        futureCoChair,
                                        today.plusDays(1),
                                        suspendedCoChair),
                        null),
                Topics.event(
                        Topics.PARTNERS,
                        "org.waymark.partner.registered.v1",
                        suspendedCoChair,
                        1,
                        "{\"name\": \"Gone\", \"status\": \"suspended\", \"origin\": \"registered\"}",
                        null)));
        awaitRead("groups", Topics.PARTNERS);
    }

    @AfterEach
    void the_store_was_asked_as_it_must_be() {
        StoreRules.assertHeld();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    Api as(@Nullable String organization, String... roles) {
        return new Api(port, TestTokens.token("client", organization, roles));
    }

    Api secretariat() {
        return as(null, "secretariat");
    }

    void publish(List<ProducerRecord<byte[], byte[]>> records) {
        TOPICS.send(records);
    }

    /** Publishes the whole story and waits until the service has read it. */
    CommitmentStory tell(CommitmentStory story) {
        publish(story.events);
        awaitRead("watches_2", Topics.COMMITMENTS);
        return story;
    }

    void awaitRead(String feed, String topic) {
        Map<Integer, Long> ends = Topics.ends(topic);
        ends.values().removeIf(end -> end == 0);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<Integer, Long> read = new HashMap<>();
            database.getCollection(feed + "_positions")
                    .find()
                    .forEach(row -> read.put(row.getInteger("partition"), row.getLong("next")));
            assertThat(read).containsAllEntriesOf(ends);
        });
    }

    List<JsonNode> alerts(CommitmentStory story) {
        return secretariat().get("/api/alerts?commitment=" + story.id).items();
    }

    JsonNode alert(CommitmentStory story, String rule) {
        List<JsonNode> found = alerts(story).stream()
                .filter(item -> item.path("rule").asString("").equals(rule))
                .toList();
        assertThat(found).as("alerts by rule " + rule).hasSize(1);
        return found.getFirst();
    }

    static String path(JsonNode alert) {
        return "/api/alerts/" + alert.path("id").asString("");
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:waymark:problem:" + type);
        assertThat(answer.text("detail")).isNotBlank();
    }
}
