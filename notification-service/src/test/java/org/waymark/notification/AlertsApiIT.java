package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.notification.CommitmentStory.aCommitment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.notification.Api.Answer;
import org.waymark.testing.ConditionalGets;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** Who sees and acknowledges which alert, and how the API answers. */
@SuppressWarnings("NullAway.Init")
class AlertsApiIT extends NotificationIT {

    private CommitmentStory story;
    private JsonNode alert;

    @BeforeEach
    void there_is_an_alert() {
        story = tell(aCommitment(lead, group).offTrack());
        alert = alert(story, "off-track");
    }

    @ParameterizedTest(name = "{0}: list {1}, read {2}, acknowledge {3}")
    @CsvSource({
        "nobody,                        401, 401, 401",
        "expired,                       401, 401, 401",
        "secretariat,                   1,   200, 200",
        "observer,                      1,   200, 403",
        "co-chair,                      1,   200, 200",
        "co-chair without the role,     0,   404, 404",
        "former co-chair,               0,   404, 404",
        "future co-chair,               0,   404, 404",
        "suspended co-chair,            403, 403, 403",
        "lead partner,                  1,   200, 403",
        "other partner,                 0,   404, 404",
        "other co-chair,                0,   404, 404",
        "co-chair of no organization,   0,   404, 404",
        "lead partner without any role, 0,   404, 404"
    })
    void each_sees_and_does_what_is_its_own(String who, int list, int read, int acknowledge) {
        Api api = whoIs(who);

        Answer listed = api.get("/api/alerts?commitment=" + story.id);
        if (list < 2) {
            assertThat(listed.status()).isEqualTo(200);
            assertThat(listed.items()).hasSize(list);
        } else {
            assertThat(listed.status()).isEqualTo(list);
        }
        assertThat(api.get(path(alert)).status()).isEqualTo(read);
        assertThat(acknowledge(api, "{}", "If-Match", "*").status()).isEqualTo(acknowledge);
    }

    @Test
    void whatever_can_be_read_has_an_etag_by_which_it_is_read_but_once() {
        String id = path(alert).substring("/api/alerts/".length());
        String token = TestTokens.token("client", null, "secretariat");
        String webhook = secretariat()
                .post("/api/webhooks", "{\"url\": \"https://unknown.invalid/\", \"rules\": [\"milestone-reached\"]}")
                .text("id");
        String delivery =
                secretariat().post("/api/webhooks/" + webhook + "/ping", "").text("id");
        Map<String, String> ids = Map.of("/api/alerts", id, "/api/webhooks", webhook, "/api/deliveries", delivery);

        Map<String, String> outcomes = new ConditionalGets("http://localhost:" + port, token)
                .all(path -> path.replace("{id}", ids.getOrDefault(path.replace("/{id}", ""), id))
                        .replace("{groupId}", group));
        secretariat().delete("/api/webhooks/" + webhook);

        assertThat(outcomes)
                .containsKeys(
                        "/api/alerts",
                        "/api/alerts/{id}",
                        "/api/groups/{groupId}/rules",
                        "/api/webhooks/{id}",
                        "/api/deliveries/{id}")
                .allSatisfy((path, outcome) -> assertThat(outcome).as(path).isEqualTo("ETag, 304"));
    }

    @Test
    void a_token_is_refused_once_its_access_was_taken_back() {
        String client = UUID.randomUUID().toString();
        Api observer = new Api(port, TestTokens.token(client, lead, "observer"));
        assertThat(observer.get("/api/alerts").status()).isEqualTo(200);

        publish(List.of(Topics.event(
                Topics.PARTNERS,
                "org.waymark.access.revoked.v1",
                client,
                1,
                "{\"issuedUntil\":\"%s\"}".formatted(Instant.now()),
                null)));

        await().untilAsserted(
                        () -> assertThat(observer.get("/api/alerts").status()).isEqualTo(401));
    }

    @Test
    void of_a_partner_that_was_merged_are_seen_by_the_one_it_turned_out_to_be() {
        String survivor = id();
        String between = id();
        Api whole = as(survivor, "partner");
        assertThat(whole.get(path(alert)).status()).isEqualTo(404);

        merge(lead, between);
        merge(between, survivor);

        assertThat(whole.get(path(alert)).status()).isEqualTo(200);
        assertThat(whole.get("/api/alerts").items()).hasSize(1);
        assertThat(acknowledge(whole, "{}", "If-Match", "*").status()).isEqualTo(403);
        assertThat(as(lead, "partner").get(path(alert)).status()).isEqualTo(403);
        assertThat(as(id(), "partner").get(path(alert)).status()).isEqualTo(404);
    }

    /** Terms are not handed on with a merge; who is appointed sees what was open before. */
    @Test
    void of_a_group_are_its_new_co_chairs_too_after_a_merge() {
        String survivor = id();
        Api whole = as(survivor, "partner", "co-chair");
        merge(coChair, survivor);
        assertThat(as(coChair, "partner", "co-chair").get(path(alert)).status()).isEqualTo(403);
        assertThat(whole.get(path(alert)).status()).isEqualTo(404);

        publish(List.of(Topics.event(
                Topics.PARTNERS,
                "org.waymark.action-group.changed.v1",
                group,
                2,
                "{\"name\": \"A group\", \"coChairs\": [{\"partnerId\": \"%s\", \"from\": \"2020-01-01\"}]}"
                        .formatted(survivor),
                null)));
        awaitRead("groups", Topics.PARTNERS);

        assertThat(whole.get(path(alert)).status()).isEqualTo(200);
        assertThat(acknowledge(whole, "{}", "If-Match", "*").status()).isEqualTo(200);
    }

    private void merge(String duplicate, String into) {
        publish(List.of(Topics.event(
                Topics.PARTNERS,
                "org.waymark.partner.merged.v1",
                duplicate,
                1,
                "{\"name\": \"Doubled\", \"status\": \"withdrawn\", \"statusReason\": \"merged\", \"into\": \"%s\"}"
                        .formatted(into),
                null)));
        awaitRead("groups", Topics.PARTNERS);
    }

    private Api whoIs(String who) {
        return switch (who) {
            case "nobody" -> new Api(port, null);
            case "expired" -> new Api(port, TestTokens.expiredToken("client", null, "secretariat"));
            case "secretariat" -> secretariat();
            case "observer" -> as(null, "observer");
            case "co-chair" -> as(coChair, "partner", "co-chair");
            case "co-chair without the role" -> as(coChair, "partner");
            case "former co-chair" -> as(formerCoChair, "partner", "co-chair");
            case "future co-chair" -> as(futureCoChair, "partner", "co-chair");
            case "suspended co-chair" -> as(suspendedCoChair, "partner", "co-chair");
            case "lead partner" -> as(lead, "partner");
            case "other partner" -> as(id(), "partner");
            case "other co-chair" -> as(id(), "partner", "co-chair");
            case "co-chair of no organization" -> as(null, "co-chair");
            case "lead partner without any role" -> as(lead);
            default -> throw new IllegalArgumentException(who);
        };
    }

    @Test
    void an_acknowledgement_says_who_and_when_and_why() {
        Answer answer = acknowledge(as(coChair, "co-chair"), "{\"note\": \"We call them.\"}", "If-Match", "\"1\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.text("state")).isEqualTo("acknowledged");
        assertThat(answer.text("acknowledgedBy")).isEqualTo(coChair);
        assertThat(answer.text("note")).isEqualTo("We call them.");
        assertThat(answer.text("acknowledgedAt")).isNotBlank();
        Answer read = secretariat().get(path(alert));
        assertThat(read.body()).isEqualTo(answer.body());
        assertThat(read.etag()).isEqualTo("\"2\"");
    }

    @Test
    void an_acknowledgement_says_which_version_it_means() {
        assertProblem(acknowledge(secretariat(), "{}"), 428, "if-match-required");
        assertProblem(acknowledge(secretariat(), "{}", "If-Match", "\"7\""), 412, "stale");
        assertThat(acknowledge(secretariat(), "", "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void acknowledging_twice_is_refused_unless_it_is_the_same_request() {
        String[] once = {"If-Match", "\"1\"", "Idempotency-Key", "k"};
        Answer first = acknowledge(as(coChair, "co-chair"), "{\"note\": \"Seen.\"}", once);

        Answer same = acknowledge(as(coChair, "co-chair"), "{\"note\": \"Seen.\"}", once);
        Answer otherBody = acknowledge(as(coChair, "co-chair"), "{\"note\": \"Other.\"}", once);
        Answer otherKey = acknowledge(secretariat(), "{\"note\": \"Seen.\"}", once);

        assertThat(first.status()).isEqualTo(200);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.body()).isEqualTo(first.body());
        assertThat(same.etag()).isEqualTo(first.etag());
        assertProblem(otherBody, 422, "key-reused");
        assertProblem(otherKey, 409, "already-acknowledged");
        assertProblem(acknowledge(secretariat(), "{}", "If-Match", "*"), 409, "already-acknowledged");
    }

    @Test
    void an_acknowledged_alert_is_resolved_and_then_left_alone() {
        String[] once = {"If-Match", "*", "Idempotency-Key", "k"};
        Answer first = acknowledge(secretariat(), "{}", once);

        tell(story.onTrack());

        Answer resolved = secretariat().get(path(alert));
        assertThat(resolved.text("state")).isEqualTo("resolved");
        assertThat(resolved.text("acknowledgedAt")).isEqualTo(first.text("acknowledgedAt"));
        assertProblem(acknowledge(secretariat(), "{}", "If-Match", "*"), 409, "already-resolved");
        assertThat(acknowledge(secretariat(), "{}", once).body()).isEqualTo(first.body());
    }

    @Test
    void bad_input_is_refused_field_by_field() {
        Api api = secretariat();

        assertField(api.get("/api/alerts?state=open"), "state");
        assertField(api.get("/api/alerts?limit=0"), "limit");
        assertField(api.get("/api/alerts?limit=201"), "limit");
        assertField(api.get("/api/alerts?cursor=nonsense"), "cursor");
        assertField(acknowledge(api, "{\"note\": \"" + "x".repeat(2001) + "\"}", "If-Match", "*"), "note");
        assertField(acknowledge(api, "{\"organizationId\": \"me\"}", "If-Match", "*"), "organizationId");
        assertThat(api.get("/api/alerts?limit=many").status()).isEqualTo(400);
        assertThat(api.get(path(alert)).text("state")).isEqualTo("raised");
    }

    @Test
    void a_list_is_narrowed_by_state() {
        acknowledge(secretariat(), "{}", "If-Match", "*");
        String list = "/api/alerts?commitment=" + story.id + "&state=";

        assertThat(secretariat().get(list + "raised").items()).isEmpty();
        assertThat(secretariat().get(list + "acknowledged").items()).hasSize(1);
        assertThat(secretariat().get(list + "resolved").items()).isEmpty();
    }

    @Test
    void pages_follow_on_though_alerts_come_in_and_change_meanwhile() {
        tell(story.overdue());
        tell(story.reached());
        List<JsonNode> all = alerts(story);
        Answer first = secretariat().get("/api/alerts?limit=1&commitment=" + story.id);

        tell(story.onTrack().offTrack());
        Answer second =
                secretariat().get("/api/alerts?limit=2&commitment=" + story.id + "&cursor=" + first.text("next"));

        assertThat(ids(all)).hasSize(3);
        assertThat(ids(first.items())).isEqualTo(ids(all).subList(0, 1));
        assertThat(ids(second.items())).isEqualTo(ids(all).subList(1, 3));
        assertThat(second.body().has("next")).isTrue();
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(all.getFirst().path("rule").asString("")).isEqualTo("milestone-reached");
    }

    @Test
    void describes_itself() {
        Answer api = new Api(port, null).get("/v3/api-docs");

        assertThat(api.status()).isEqualTo(200);
        Map<String, JsonNode> paths = new java.util.HashMap<>();
        api.body().path("paths").properties().forEach(path -> paths.put(path.getKey(), path.getValue()));
        assertThat(paths)
                .containsKeys(
                        "/api/alerts",
                        "/api/alerts/{id}",
                        "/api/alerts/{id}/acknowledgement",
                        "/api/groups/{groupId}/rules");
    }

    private Answer acknowledge(Api api, String body, String... headers) {
        return api.post(path(alert) + "/acknowledgement", body, headers);
    }

    private static List<String> ids(List<JsonNode> alerts) {
        return alerts.stream().map(item -> item.path("id").asString("")).toList();
    }

    private static void assertField(Answer answer, String field) {
        assertProblem(answer, 400, "validation");
        assertThat(answer.body().path("fields").path(0).path("field").asString(""))
                .isEqualTo(field);
    }
}
