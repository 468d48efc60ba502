package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.notification.CommitmentStory.aCommitment;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.notification.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What a group has set decides what it is alerted of, as of when it happened. */
class GroupRulesIT extends NotificationIT {

    private static final String OFF_TRACK_OFF = """
            {"rules": [{"rule": "off-track", "enabled": false},
                       {"rule": "commitment-suspended", "enabled": true, "severity": "urgent"}]}""";

    @Test
    void a_rule_that_is_switched_off_raises_no_more_and_what_stands_is_resolved() {
        CommitmentStory before = tell(aCommitment(lead, group).offTrack());

        Answer set = set(OFF_TRACK_OFF, "\"0\"");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.etag()).isEqualTo("\"1\"");
        CommitmentStory after = tell(aCommitment(lead, group).offTrack().suspended());

        assertThat(alert(before, "off-track").path("state").asString("")).isEqualTo("resolved");
        assertThat(alert(before, "off-track").path("resolution").asString(""))
                .isEqualTo("The group has switched this rule off.");
        assertThat(rules(after)).containsExactly("commitment-suspended urgent");
    }

    @Test
    void another_group_is_alerted_as_ever() {
        set(OFF_TRACK_OFF, "*");

        assertThat(rules(tell(aCommitment(lead, id()).offTrack()))).containsExactly("off-track urgent");
    }

    @Test
    void an_event_is_judged_by_what_was_set_when_it_was_recorded() {
        CommitmentStory recorded =
                aCommitment(lead, group).said("progress-reported", Examples.text("off-track"), Duration.ofHours(1));
        set(OFF_TRACK_OFF, "*");
        CommitmentStory silenced = tell(aCommitment(lead, group).offTrack());
        set("{\"rules\": []}", "*");

        tell(recorded);
        tell(silenced);

        assertThat(rules(recorded)).containsExactly("off-track urgent");
        assertThat(rules(silenced)).isEmpty();
    }

    @Test
    void it_answers_with_every_rule_as_it_is_set() {
        Answer set = set(OFF_TRACK_OFF, "*");
        Answer read = as(coChair, "co-chair").get(path());

        assertThat(read.body()).isEqualTo(set.body());
        assertThat(read.etag()).isEqualTo(set.etag());
        assertThat(read.body().path("rules").size()).isEqualTo(18);
        assertThat(item(read, "off-track").path("enabled").asBoolean(true)).isFalse();
        assertThat(item(read, "commitment-suspended").path("severity").asString(""))
                .isEqualTo("urgent");
        assertThat(item(read, "due-soon").path("enabled").asBoolean(false)).isTrue();
    }

    @Test
    void it_says_which_version_it_means() {
        assertProblem(as(coChair, "co-chair").put(path(), OFF_TRACK_OFF), 428, "if-match-required");
        assertProblem(set(OFF_TRACK_OFF, "\"7\""), 412, "stale");
    }

    @Test
    void bad_input_is_refused_field_by_field() {
        assertField("{\"rules\": [{\"rule\": \"full-moon\", \"enabled\": true}]}", "rules[0].rule");
        assertField(
                "{\"rules\": [{\"rule\": \"silent\", \"enabled\": true, \"severity\": \"loud\"}]}",
                "rules[0].severity");
        assertField("{\"rules\": [{\"rule\": \"silent\"}]}", "rules[0].enabled");
        assertField("{}", "rules");
        assertField(
                "{\"rules\": [{\"rule\": \"silent\", \"enabled\": true}, {\"rule\": \"silent\", \"enabled\": false}]}",
                "rules[1].rule");
        assertThat(set("{\"rules\": [], \"group\": \"mine\"}", "*").status()).isEqualTo(400);
    }

    private void assertField(String body, String field) {
        Answer answer = set(body, "*");
        assertProblem(answer, 400, "validation");
        assertThat(answer.body().path("fields").path(0).path("field").asString(""))
                .isEqualTo(field);
    }

    private Answer set(String body, String ifMatch) {
        return as(coChair, "co-chair").put(path(), body, "If-Match", ifMatch);
    }

    private String path() {
        return "/api/groups/" + group + "/rules";
    }

    private static JsonNode item(Answer answer, String rule) {
        for (JsonNode item : answer.body().path("rules")) {
            if (item.path("rule").asString("").equals(rule)) {
                return item;
            }
        }
        throw new AssertionError("no " + rule);
    }

    private List<String> rules(CommitmentStory story) {
        return alerts(story).stream()
                .map(alert -> alert.path("rule").asString("") + " "
                        + alert.path("severity").asString(""))
                .toList();
    }
}
