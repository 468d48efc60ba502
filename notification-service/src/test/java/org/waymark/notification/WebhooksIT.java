package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.notification.CommitmentStory.aCommitment;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.notification.Api.Answer;
import org.waymark.notification.Receiver.Received;
import tools.jackson.databind.JsonNode;

/** Systems of organizations hear of the alerts these may see. */
@SuppressWarnings("NullAway.Init")
class WebhooksIT extends NotificationIT {

    private Receiver receiver;

    @BeforeEach
    void somebody_listens() {
        receiver = new Receiver();
    }

    @AfterEach
    void nobody_does() {
        receiver.close();
    }

    @Test
    void the_co_chairs_and_the_leads_system_hear_of_an_alert_from_its_raising_to_its_end() {
        String offTrack = ", \"rules\": [\"off-track\"]";
        Answer hook = added(as(coChair, "co-chair"), "/chair", offTrack);
        added(as(lead, "partner"), "/lead", offTrack);
        added(as(id(), "partner"), "/other", "");

        CommitmentStory story = tell(aCommitment(lead, group).offTrack());
        List<Received> raised = receiver.await("/chair", 1);
        tell(story.onTrack());
        List<Received> both = receiver.await("/chair", 2);

        JsonNode alert = alert(story, "off-track");
        JsonNode message = raised.getFirst().json();
        assertThat(message.path("type").asString("")).isEqualTo("alert.raised");
        assertThat(message.at("/data/id")).isEqualTo(alert.path("id"));
        assertThat(message.at("/data/cause")).isEqualTo(alert.path("cause"));
        assertThat(message.at("/data/state").asString("")).isEqualTo("raised");
        assertThat(both.getLast().json().path("type").asString("")).isEqualTo("alert.resolved");
        assertThat(both.getLast().json().at("/data/resolution")).isEqualTo(alert.path("resolution"));
        assertThat(both).allMatch(one -> isBelieved(one, hook.text("secret")));
        receiver.await("/lead", 2);
        assertThat(receiver.at("/other")).isEmpty();
    }

    @Test
    void a_system_hears_of_the_rules_alone_that_it_asked_for() {
        added(as(coChair, "co-chair"), "/chair", ", \"rules\": [\"milestone-overdue\"]");

        tell(aCommitment(lead, group).offTrack().overdue());

        assertThat(receiver.await("/chair", 1)
                        .getFirst()
                        .json()
                        .at("/data/rule")
                        .asString(""))
                .isEqualTo("milestone-overdue");
    }

    @Test
    void the_same_topic_read_again_delivers_nothing_again() {
        added(as(coChair, "co-chair"), "/chair", "");
        tell(aCommitment(lead, group).offTrack());
        receiver.await("/chair", 1);
        publish(Topics.all(Topics.ALERTS).stream()
                .map(one -> new ProducerRecord<>(one.topic(), one.partition(), one.key(), one.value(), one.headers()))
                .toList());
        awaitRead("outgoing", Topics.ALERTS);

        added(as(coChair, "co-chair"), "/later", "");
        tell(aCommitment(lead, group).offTrack());

        assertThat(receiver.await("/chair", 2)).hasSize(2);
        assertThat(receiver.await("/later", 1)).hasSize(1);
    }

    @Test
    void what_is_not_taken_is_tried_again_under_the_same_id_and_shown_with_each_attempt() {
        receiver.answers("/chair", 500, 204);
        Answer hook = added(as(coChair, "co-chair"), "/chair", "");

        tell(aCommitment(lead, group).offTrack());
        List<Received> tries = receiver.await("/chair", 2);

        assertThat(tries).extracting(Received::id).containsOnly(tries.getFirst().id());
        assertThat(tries)
                .extracting(Received::body)
                .containsOnly(tries.getFirst().body());
        Answer delivery = settled(tries.getFirst().id());
        assertThat(delivery.text("state")).isEqualTo("delivered");
        assertThat(delivery.text("webhookId")).isEqualTo(hook.text("id"));
        assertThat(delivery.body().path("attempts"))
                .extracting(attempt -> attempt.path("status").asInt())
                .containsExactly(500, 204);
        assertThat(delivery.body().path("body")).isEqualTo(tries.getFirst().json());
    }

    @Test
    void a_ping_and_a_replay_of_one_or_of_a_time_are_sent() {
        Api chair = as(coChair, "co-chair");
        Answer hook = added(chair, "/chair", "");
        String path = "/api/webhooks/" + hook.text("id");

        Answer ping = chair.post(path + "/ping", "");
        Received first = receiver.await("/chair", 1).getFirst();
        settled(first.id());
        chair.post("/api/deliveries/" + first.id() + "/replay", "");
        receiver.await("/chair", 2);
        settled(first.id());
        Answer range =
                chair.post(path + "/replays", "{\"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2120-01-01T00:00:00Z\"}");

        assertThat(ping.status()).isEqualTo(202);
        assertThat(first.json().path("type").asString("")).isEqualTo("ping");
        assertThat(range.body().path("deliveries").asInt()).isEqualTo(1);
        assertThat(receiver.await("/chair", 3)).extracting(Received::id).containsOnly(first.id());
        assertThat(isBelieved(first, hook.text("secret"))).isTrue();
    }

    @Test
    void a_new_secret_signs_beside_the_old_one() {
        Api chair = as(coChair, "co-chair");
        Answer hook = added(chair, "/chair", "");

        Answer rotated = chair.post("/api/webhooks/" + hook.text("id") + "/secrets", "");
        chair.post("/api/webhooks/" + hook.text("id") + "/ping", "");

        Received message = receiver.await("/chair", 1).getFirst();
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(isBelieved(message, hook.text("secret"))).isTrue();
        assertThat(isBelieved(message, rotated.text("secret"))).isTrue();
        assertThat(chair.get("/api/webhooks/" + hook.text("id")).body().has("secret"))
                .isFalse();
    }

    @Test
    void one_that_is_gone_is_disabled_until_it_is_set_active_again() {
        receiver.answers("/chair", 410);
        Api chair = as(coChair, "co-chair");
        String path = "/api/webhooks/" + added(chair, "/chair", "").text("id");

        tell(aCommitment(lead, group).offTrack());
        receiver.await("/chair", 1);
        await().untilAsserted(
                        () -> assertThat(chair.get(path).text("disabledReason")).isEqualTo("gone"));
        tell(aCommitment(lead, group).offTrack());
        assertProblem(chair.post(path + "/ping", ""), 409, "webhook-disabled");
        Answer active = chair.patch(path, "{\"state\": \"active\"}", "If-Match", "*");
        chair.post(path + "/ping", "");

        assertThat(active.text("state")).isEqualTo("active");
        assertThat(receiver.await("/chair", 2).getLast().json().path("type").asString(""))
                .isEqualTo("ping");
    }

    @Test
    void nobody_sees_or_touches_the_webhooks_of_another() {
        Answer hook = added(as(lead, "partner"), "/lead", "");
        String path = "/api/webhooks/" + hook.text("id");
        String delivery = as(lead, "partner").post(path + "/ping", "").text("id");

        for (Api other : List.of(as(coChair, "co-chair"), as(id(), "partner"), secretariat())) {
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.patch(path, "{\"state\": \"disabled\"}", "If-Match", "*")
                            .status())
                    .isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(other.post(path + "/secrets", "").status()).isEqualTo(404);
            assertThat(other.get("/api/deliveries/" + delivery).status()).isEqualTo(404);
            assertThat(other.get("/api/deliveries?webhook=" + hook.text("id")).status())
                    .isEqualTo(404);
            assertThat(other.get("/api/webhooks").body().toString()).doesNotContain(hook.text("id"));
        }
        assertThat(as(null, "observer").get("/api/webhooks").status()).isEqualTo(403);
        assertThat(as(suspendedCoChair, "partner").get("/api/webhooks").status())
                .isEqualTo(403);
    }

    @Test
    void bad_input_is_refused_field_by_field() {
        Api chair = as(coChair, "co-chair");
        String path = "/api/webhooks/" + added(chair, "/chair", "").text("id");

        for (String url : List.of(
                "ftp://example.org/", "https://user:word@example.org/", "https:///x", "/x", "https://example.org/#x")) {
            assertField(chair.post("/api/webhooks", "{\"url\": \"" + url + "\"}"), "url");
        }
        assertField(chair.post("/api/webhooks", "{}"), "url");
        assertField(chair.post("/api/webhooks", "{\"url\": \"https://example.org\", \"rules\": [\"none\"]}"), "rules");
        assertField(chair.patch(path, "{\"state\": \"asleep\"}", "If-Match", "*"), "state");
        assertProblem(chair.patch(path, "{\"state\": \"active\"}"), 428, "if-match-required");
        assertProblem(chair.patch(path, "{\"state\": \"active\"}", "If-Match", "\"9\""), 412, "stale");
        assertField(chair.get("/api/deliveries?state=lost"), "state");
        assertField(chair.get("/api/deliveries?cursor=nonsense"), "cursor");
    }

    private Answer added(Api api, String path, String more) {
        Answer added = api.post("/api/webhooks", "{\"url\": \"" + receiver.url(path) + "\"" + more + "}");
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        return added;
    }

    private Answer settled(String delivery) {
        return await().until(
                        () -> as(coChair, "co-chair").get("/api/deliveries/" + delivery),
                        found -> !found.text("state").equals("pending"));
    }

    private static boolean isBelieved(Received message, String secret) {
        try {
            new com.standardwebhooks.Webhook(secret)
                    .verify(message.body(), HttpHeaders.of(message.headers(), (name, value) -> true));
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }

    private static void assertField(Answer answer, String field) {
        assertProblem(answer, 400, "validation");
        assertThat(answer.body().path("fields").path(0).path("field").asString(""))
                .isEqualTo(field);
    }
}
