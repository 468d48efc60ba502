package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.notification.CommitmentStory.aCommitment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.waymark.notification.alert.domain.AlertRule;
import tools.jackson.databind.JsonNode;

/** Every rule once, through the real topic and the real clock; and all of it again, without any memory of it. */
@SuppressWarnings("NullAway.Init")
class EveryRuleIT extends NotificationIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Duration NOW = Duration.ZERO;
    private static final Duration THREE_DAYS_AGO = Duration.ofDays(3);

    @Autowired
    BindingsLifecycleController bindings;

    @Test
    void each_alerts_once_and_never_again_however_often_the_topic_is_read() {
        CommitmentStory whole = aLongStory();
        CommitmentStory ended = tell(aCommitment(lead, group)
                .offTrack()
                .suspended()
                .resumed()
                .said("status-changed", status("completed"), NOW));
        CommitmentStory withdrawn = tell(aCommitment(lead, group).said("status-changed", status("withdrawn"), NOW));
        awaitNothingDue();

        assertThat(rules(whole, ended, withdrawn))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AlertRule.values()).map(AlertRule::word).toList());
        List<JsonNode> before = all();

        for (List<String> forgotten : List.of(List.<String>of(), List.of("looks"), List.of("looks"))) {
            readAllAgainWithout(forgotten);
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void time_makes_an_alert_louder_and_an_update_ends_it() {
        CommitmentStory story = tell(aCommitment(lead, group).said("silent", silentSince(400), NOW));
        awaitNothingDue();

        assertThat(states(story)).containsExactlyInAnyOrder("silent warning resolved", "silent urgent raised");

        tell(story.onTrack());

        assertThat(states(story)).containsExactlyInAnyOrder("silent warning resolved", "silent urgent resolved");
    }

    @Test
    void what_happened_meanwhile_is_read_before_time_is_looked_at() {
        CommitmentStory story = aCommitment(lead, group)
                .said("progress-reported", report("u1", "", 1, "on-track"), THREE_DAYS_AGO)
                .said("update-verified", verified("u1", ""), THREE_DAYS_AGO);
        bindings.changeState("watches-in-0", State.STOPPED);
        publish(story.events);
        bindings.changeState("watches-in-0", State.STARTED);
        awaitRead("watches_2", Topics.COMMITMENTS);
        awaitNothingDue();

        assertThat(alerts(story)).isEmpty();
    }

    @Test
    void what_the_version_before_had_read_is_no_news() {
        CommitmentStory story = aCommitment(lead, group)
                .said("status-changed", status("completed"), NOW)
                .said("health-changed", "{\"health\": {\"status\": \"on-track\", \"reasons\": []}}", NOW);
        database.getCollection("watches").insertOne(new Document("_id", story.id).append("sequence", 2L));

        tell(story);

        assertThat(alerts(story)).isEmpty();
    }

    private CommitmentStory aLongStory() {
        return tell(aCommitment(lead, group, submitted())
                .said("progress-reported", report("u1", value(40), 0, "at-risk"), NOW)
                .said("update-verified", verified("u1", value(40)), NOW)
                .said(
                        "actual-corrected",
                        "{\"actual\": %s, \"health\": %s}".formatted(value(42), health("at-risk")),
                        NOW)
                .said("progress-reported", report("u2", value(35), 1, "on-track"), THREE_DAYS_AGO)
                .said("progress-reported", report("u3", value(35), 1, "on-track"), NOW)
                .said("progress-reported", report("u4", value(35), 1, "on-track"), NOW)
                .said("update-returned", "{\"updateId\": \"u3\", \"revision\": 1}", Duration.ofDays(20))
                .said("milestone-rescheduled", """
                        {"milestoneId": "m2", "from": "%s", "to": "%s"}""".formatted(TODAY.plusDays(100), TODAY.plusDays(200)), NOW)
                .said("milestone-verified", "{\"milestoneId\": \"m2\"}", NOW)
                .said("milestone-overdue", """
                        {"milestoneId": "m3", "due": "%s", "backlog": false}""".formatted(TODAY.minusDays(1)), NOW)
                .said("silent", silentSince(100), NOW)
                .reached());
    }

    private static String submitted() {
        return Examples.text("submitted")
                .replace("2026-10-31", TODAY.plusDays(5).toString())
                .replace("2027-06-30", TODAY.plusDays(100).toString())
                .replace(
                        "\"weight\": 2}",
                        "\"weight\": 2}, {\"id\": \"m3\", \"title\": \"Audit\", \"due\": \"%s\"},"
                                        .formatted(TODAY.minusDays(1))
                                + "{\"id\": \"m4\", \"title\": \"Handbook\", \"due\": \"%s\"}"
                                        .formatted(TODAY.plusDays(5)))
                .replace("\"indicators\": []", """
                        "indicators": [{"id": "i1", "title": "People recruited", "measure": "unit", "ascending": true,
                          "periods": [{"id": "p1", "start": "2026-01-01", "end": "2026-12-31", "target": 100}]}]""");
    }

    private static String report(String update, String value, int evidence, String health) {
        return """
                {"updateId": "%s", "effective": "%s", "milestones": [], "actuals": [%s], "evidence": %d, "health": %s}""".formatted(update, TODAY, value, evidence, health(health));
    }

    private static String verified(String update, String value) {
        return "{\"updateId\": \"%s\", \"revision\": 1, \"milestones\": [], \"actuals\": [%s]}"
                .formatted(update, value);
    }

    private static String value(int value) {
        return "{\"indicatorId\": \"i1\", \"periodId\": \"p1\", \"value\": %d}".formatted(value);
    }

    private static String health(String state) {
        return "{\"status\": \"%s\", \"reasons\": [\"behind-pace\"]}".formatted(state);
    }

    private static String status(String to) {
        return "{\"from\": \"submitted\", \"to\": \"%s\"}".formatted(to);
    }

    private static String silentSince(int days) {
        return "{\"lastHeard\": \"%s\"}".formatted(TODAY.minusDays(days));
    }

    private Set<String> rules(CommitmentStory... stories) {
        Set<String> rules = new TreeSet<>();
        for (CommitmentStory story : stories) {
            alerts(story).forEach(alert -> rules.add(alert.path("rule").asString("")));
        }
        return rules;
    }

    private List<String> states(CommitmentStory story) {
        return alerts(story).stream()
                .map(alert -> "%s %s %s"
                        .formatted(
                                alert.path("rule").asString(""),
                                alert.path("severity").asString(""),
                                alert.path("state").asString("")))
                .toList();
    }

    private List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = secretariat().get("/api/alerts?limit=200" + cursor);
            all.addAll(page.items());
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.isEmpty());
        return all;
    }

    private void readAllAgainWithout(List<String> forgotten) {
        bindings.changeState("watches-in-0", State.STOPPED);
        List<String> all = new ArrayList<>(List.of("watches_2", "watches_2_held", "watches_2_positions"));
        all.addAll(forgotten);
        all.forEach(name -> database.getCollection(name).deleteMany(new Document()));
        bindings.changeState("watches-in-0", State.STARTED);
        awaitRead("watches_2", Topics.COMMITMENTS);
        awaitNothingDue();
    }

    /** All that time has brought has been looked at. */
    private void awaitNothingDue() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.getCollection("looks")
                                .countDocuments(new Document("at", new Document("$lte", Date.from(Instant.now()))))
                        == 0);
    }
}
