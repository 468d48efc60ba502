package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.notification.CommitmentStory.aCommitment;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.waymark.testing.Contracts;
import tools.jackson.databind.JsonNode;

/** From commitments' events on the topic to alerts in the list and on their own topic. */
class AlertingIT extends NotificationIT {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Autowired
    BindingsLifecycleController bindings;

    @Test
    void an_update_that_says_off_track_alerts_with_its_cause_and_its_trace() {
        CommitmentStory story = aCommitment(lead, group).offTrack(TRACE);

        publish(story.events);

        await().atMost(Duration.ofSeconds(10)).until(() -> alerts(story).size() == 1);
        JsonNode alert = alert(story, "off-track");
        assertThat(alert.path("severity").asString("")).isEqualTo("urgent");
        assertThat(alert.path("subject").asString("")).isEqualTo("Safe recruitment corridors");
        assertThat(alert.path("commitmentId").asString("")).isEqualTo(story.id);
        assertThat(alert.path("groupId").asString("")).isEqualTo(group);
        assertThat(alert.path("cause").asString(""))
                .isEqualTo(
                        "The progress update of 1 November 2026 assesses \"Safe recruitment corridors\" as off track.");
        assertThat(alert.path("state").asString("")).isEqualTo("raised");
        assertThat(alert.path("raisedAt").asString("")).startsWith("20").endsWith("Z");
        assertThat(alert.path("sequence").asLong()).isEqualTo(1);
        assertThat(alert.path("traceparent").asString("")).isEqualTo(TRACE);
    }

    @Test
    void what_happens_to_an_alert_is_told_on_its_topic_in_order() {
        CommitmentStory story = tell(aCommitment(lead, group).offTrack(TRACE).onTrack());
        String id = alert(story, "off-track").path("id").asString("");

        List<ConsumerRecord<byte[], byte[]>> told = awaitTold(id, 2);

        CloudEvent raised = read(told.get(0));
        assertThat(raised.getType()).isEqualTo("org.waymark.alert.raised.v1");
        assertThat(raised.getSource()).hasToString("/notification-service");
        assertThat(raised.getSubject()).isEqualTo(id);
        assertThat(raised.getExtension("sequence")).isEqualTo("1");
        assertThat(header(told.get(0), "traceparent")).isEqualTo(TRACE);
        assertThat(read(told.get(1)).getType()).isEqualTo("org.waymark.alert.resolved.v1");
        told.forEach(one -> assertThat(Contracts.of("notification-service")
                        .problems(read(one).getType(), new String(one.value(), StandardCharsets.UTF_8)))
                .isEmpty());
    }

    @Test
    void a_condition_that_ends_resolves_its_alert() {
        CommitmentStory story =
                tell(aCommitment(lead, group).overdue().revised().reached());

        JsonNode overdue = alert(story, "milestone-overdue");
        assertThat(overdue.path("state").asString("")).isEqualTo("resolved");
        assertThat(overdue.path("resolution").asString("")).contains("Baseline survey", "Fair recruitment corridors");
        assertThat(alert(story, "milestone-reached").path("state").asString("")).isEqualTo("raised");
    }

    @Test
    void a_milestone_that_is_put_off_and_late_again_alerts_again() {
        CommitmentStory story =
                tell(aCommitment(lead, group).overdue().silent().putOff().overdueAgain());

        assertThat(listed(story))
                .containsExactlyInAnyOrder(
                        "milestone-overdue resolved: Milestone \"Baseline survey\" of \"Safe recruitment corridors\" is"
                                + " due on 31 January 2027 now.",
                        "milestone-overdue raised: Milestone \"Baseline survey\" of \"Safe recruitment corridors\" was"
                                + " due on 31 January 2027 and has not been reported reached.",
                        "milestone-slipped raised: Milestone \"Baseline survey\" of \"Safe recruitment corridors\" has"
                                + " been put off to 31 January 2027: first slip, 92 days in all.",
                        "silent raised: Nobody has reported on \"Safe recruitment corridors\" since 1 August 2026.");
    }

    @Test
    void a_claim_that_is_taken_back_and_made_again_alerts_again() {
        CommitmentStory story =
                tell(aCommitment(lead, group).reached().takenBack().reached());

        assertThat(listed(story))
                .containsExactlyInAnyOrder(
                        "milestone-reached resolved: The progress update of 18 November 2026 no longer reports milestone"
                                + " \"Baseline survey\" of \"Safe recruitment corridors\" reached.",
                        "milestone-reached raised: Milestone \"Baseline survey\" of \"Safe recruitment corridors\" was"
                                + " reported reached on 14 November 2026.");
    }

    @Test
    void nobody_is_alerted_of_a_suspended_commitment_until_it_goes_on() {
        CommitmentStory story =
                tell(aCommitment(lead, group).overdue().offTrack().suspended());
        assertThat(listed(story))
                .containsExactlyInAnyOrder(
                        "milestone-overdue resolved: \"Safe recruitment corridors\" has been suspended.",
                        "off-track resolved: \"Safe recruitment corridors\" has been suspended.",
                        "commitment-suspended raised: \"Safe recruitment corridors\" has been suspended.");

        tell(story.resumed());

        assertThat(listed(story))
                .filteredOn(one -> one.contains("raised"))
                .containsExactlyInAnyOrder(
                        "milestone-overdue raised: Milestone \"Baseline survey\" of \"Safe recruitment corridors\" was"
                                + " due on 31 October 2026 and has not been reported reached.",
                        "off-track raised: \"Safe recruitment corridors\" has been resumed; its latest assessment is off"
                                + " track.");
    }

    @Test
    void the_same_records_again_change_nothing() {
        CommitmentStory story = tell(aCommitment(lead, group)
                .overdue()
                .offTrack()
                .reached()
                .onTrack()
                .offTrack());
        acknowledge(story, "milestone-reached");
        List<JsonNode> before = alerts(story);
        assertThat(before).hasSize(4);
        awaitOutboxesEmpty();
        long told = told();

        tell(story);
        tell(story);

        assertThat(alerts(story)).isEqualTo(before);
        awaitOutboxesEmpty();
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void reading_the_whole_topic_anew_without_any_memory_of_it_changes_nothing() {
        CommitmentStory story = tell(aCommitment(lead, group)
                .overdue()
                .offTrack()
                .reached()
                .onTrack()
                .offTrack());
        acknowledge(story, "milestone-reached");
        List<JsonNode> before = secretariat().get("/api/alerts?limit=200").items();
        awaitOutboxesEmpty();
        long told = told();

        bindings.changeState("watches-in-0", State.STOPPED);
        List.of("watches_2", "watches_2_held", "watches_2_positions")
                .forEach(name -> database.getCollection(name).deleteMany(new Document()));
        bindings.changeState("watches-in-0", State.STARTED);
        awaitRead("watches_2", Topics.COMMITMENTS);

        assertThat(secretariat().get("/api/alerts?limit=200").items()).isEqualTo(before);
        awaitOutboxesEmpty();
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void records_out_of_order_wait_for_the_missing_one() {
        CommitmentStory story = aCommitment(lead, group).offTrack().onTrack();
        List<ProducerRecord<byte[], byte[]>> reversed = new ArrayList<>(story.events.reversed());

        publish(reversed.subList(0, 2));
        awaitRead("watches_2", Topics.COMMITMENTS);
        assertThat(alerts(story)).isEmpty();
        publish(reversed.subList(2, 3));
        awaitRead("watches_2", Topics.COMMITMENTS);

        assertThat(alert(story, "off-track").path("state").asString("")).isEqualTo("resolved");
    }

    @Test
    void a_great_many_at_once_are_alerted_once_each() {
        List<CommitmentStory> stories = IntStream.range(0, 300)
                .mapToObj(i -> aCommitment(lead, group).overdue().offTrack())
                .toList();
        List<ProducerRecord<byte[], byte[]>> mixed = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> stories.forEach(story -> mixed.add(story.events.get(i))));
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>(mixed);
        Collections.shuffle(again, new java.util.Random(7));
        mixed.addAll(again);

        bindings.changeState("watches-in-0", State.STOPPED);
        publish(mixed);
        long writesBefore = alertWrites();
        bindings.changeState("watches-in-0", State.STARTED);
        awaitRead("watches_2", Topics.COMMITMENTS);
        long writes = alertWrites() - writesBefore;

        assertThat(writes).as("writes of 600 alerts, in groups").isLessThan(200);
        Api chair = as(coChair, "co-chair");
        List<String> seen = new ArrayList<>();
        String next = "/api/alerts?limit=100";
        while (!next.isEmpty()) {
            Api.Answer page = chair.get(next);
            page.items().forEach(item -> seen.add(item.path("id").asString("")));
            String cursor = page.body().path("next").asString("");
            next = cursor.isEmpty() ? "" : "/api/alerts?limit=100&cursor=" + cursor;
        }
        assertThat(seen).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void counts_alerts_by_rule() {
        tell(aCommitment(lead, group).offTrack());

        assertThat(new Api(port, null).get("/actuator/prometheus").text("text"))
                .containsPattern("waymark_alerts_raised_total\\{.*rule=\"off-track\".*} [1-9]");
    }

    /** Rule, state and what brought it there. */
    private List<String> listed(CommitmentStory story) {
        return alerts(story).stream()
                .map(alert -> "%s %s: %s"
                        .formatted(
                                alert.path("rule").asString(""),
                                alert.path("state").asString(""),
                                alert.path("resolution")
                                        .asString(alert.path("cause").asString(""))))
                .toList();
    }

    private void acknowledge(CommitmentStory story, String rule) {
        assertThat(secretariat()
                        .post(path(alert(story, rule)) + "/acknowledgement", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    private void awaitOutboxesEmpty() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.getCollection("alerts")
                                .countDocuments(new Document("pendingSince", new Document("$exists", true)))
                        == 0);
    }

    private static long told() {
        return Topics.ends(Topics.ALERTS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitTold(String id, int count) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> Topics.all(Topics.ALERTS).stream()
                                .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals(id))
                                .toList(),
                        found -> found.size() == count);
    }

    private static CloudEvent read(ConsumerRecord<byte[], byte[]> told) {
        return KafkaMessageFactory.createReader(told.headers(), told.value()).toEvent();
    }

    private static String header(ConsumerRecord<byte[], byte[]> told, String name) {
        return new String(
                Objects.requireNonNull(told.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }
}
