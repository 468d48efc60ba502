package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** Open alerts beside the figures: who sees them, and until when. */
class OpenAlertsIT extends ServiceIT {

    private static final String COMMITMENT_ID = UUID.randomUUID().toString();

    @Test
    void an_alert_is_shown_until_it_is_resolved() {
        String group = aGroup();
        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));
        String first = raise(group, "milestone-overdue", "warning");
        String second = raise(group, "off-track", "urgent");
        String asked = "/api/dashboard/alerts?group=" + group;

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(secretariat.get(asked).number("/byState/raised"))
                        .isEqualTo(2));
        put(first, 2, "acknowledged", "{}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(unicef.get(asked).number("/byState/acknowledged"))
                        .isEqualTo(1));

        Api.Answer answer = unicef.get(asked + "&commitment=" + COMMITMENT_ID);
        assertThat(answer.number("/byRule/off-track")).isEqualTo(1);
        assertThat(answer.number("/bySeverity/warning")).isEqualTo(1);
        assertThat(answer.number("/byState/raised")).isEqualTo(1);
        assertThat(ids(asked)).containsExactly(second, first);

        put(second, 2, "resolved", "{\"cause\": \"It is on track.\", \"causeSequence\": 9}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ids(asked)).containsExactly(first));
        assertThat(secretariat.get(asked).body().get("byRule").has("off-track")).isFalse();
        assertThat(secretariat
                        .get(asked + "&commitment=other")
                        .body()
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void alerts_are_never_public() {
        String group = aGroup();
        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));
        String alert = raise(group, "off-track", "urgent");
        String asked = "/api/dashboard/alerts?group=" + group;
        Api other = new Api(
                anybody.base(), TestTokens.token("other", UUID.randomUUID().toString(), "partner", "co-chair"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(secretariat.get(asked).text("/items/0/id")).isEqualTo(alert));

        assertThat(anybody.get(asked).status()).isEqualTo(401);
        assertThat(other.get(asked).status()).isEqualTo(200);
        assertThat(other.get(asked).body().get("items").size()).isZero();
        assertThat(other.get(asked).body().get("byRule").size()).isZero();
        assertThat(other.get("/api/dashboard/alerts").body().get("items").size())
                .isZero();
        assertThat(unicef.get("/api/dashboard/alerts?commitment=" + COMMITMENT_ID)
                        .text("/items/0/id"))
                .isEqualTo(alert);
    }

    private List<String> ids(String asked) {
        List<String> ids = new ArrayList<>();
        for (String cursor = ""; ; ) {
            Api.Answer page = unicef.get(asked + "&limit=1" + cursor);
            for (JsonNode item : page.body().get("items")) {
                ids.add(item.get("id").asString());
            }
            if (page.body().get("next").isNull()) {
                return ids;
            }
            cursor = "&cursor=" + page.text("/next");
        }
    }

    private static String raise(String group, String rule, String severity) {
        String alert = UUID.randomUUID().toString();
        put(alert, 1, "raised", """
                {"rule": "%s", "severity": "%s", "commitmentId": "%s", "groupId": "%s", "milestoneId": "m1",
                 "cause": "It is late.", "causeSequence": 1}
                """.formatted(rule, severity, COMMITMENT_ID, group));
        return alert;
    }

    private static void put(String alert, long sequence, String what, String data) {
        TopicWriter.put(
                TopicWriter.event("waymark.alerts", alert, sequence, "org.waymark.alert." + what + ".v1", data));
    }
}
