package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.progress.TopicWriter.event;
import static org.waymark.progress.TopicWriter.put;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.progress.dashboard.domain.UpdateRow;
import org.waymark.progress.dashboard.store.Dashboard;

/** What partners and reviewers do, as the read model shows it; and its rows of updates, whatever the topic brings. */
class DashboardIT extends ServiceIT {

    private static final Map<String, String> ANY = Map.of("If-Match", "*");
    private static final String TOPIC = "waymark.commitments";
    private static final String HEALTH = "\"health\": {\"status\": \"unknown\", \"reasons\": []}";

    @Autowired
    Dashboard dashboard;

    @Test
    void shows_what_is_verified_beside_what_is_reported_under_every_key() {
        String workstream = "Stream " + UUID.randomUUID();
        Api.Answer commitment = ilo.post(
                "/api/commitments",
                COMMITMENT.replaceFirst(
                        "\\{",
                        "{\"groupId\": \"%s\", \"workstream\": \"%s\", \"workPlanYear\": 2026, \"regions\": [\"013\"],"
                                .formatted(aGroup(), workstream)),
                withKey());
        String at = "/api/commitments/" + commitment.text("/id");
        String update = at + "/updates/"
                + ilo.post(at + "/updates", claim(commitment), withKey()).text("/id");
        List<String> queries = List.of("workstream=" + workstream.replace(" ", "%20"), "region=013", "sdgTarget=8.7");
        comesTo(commitment.text("/id"), 2);
        List<Long> before = queries.stream().map(this::verified).toList();

        assertThat(unicef.post(update + "/verification", "", ANY).status()).isEqualTo(200);

        comesTo(commitment.text("/id"), 3);
        Api.Answer card = anybody.get("/api/dashboard/commitments/" + commitment.text("/id"));
        assertThat(card.body().at("/progress/selfReported").asDouble()).isEqualTo(0.25);
        assertThat(card.body().at("/progress/verified").asDouble()).isEqualTo(0.25);
        assertThat(card.number("/milestones/verified")).isEqualTo(1);
        assertThat(card.number("/updatesVerified")).isEqualTo(1);
        assertThat(card.text("/lastUpdate/status")).isEqualTo("verified");
        assertThat(card.text("/regions/0")).isEqualTo("013");
        for (int i = 0; i < queries.size(); i++) {
            assertThat(verified(queries.get(i))).as(queries.get(i)).isEqualTo(before.get(i) + 1);
        }
        Api.Answer listed = anybody.get("/api/dashboard/commitments?" + queries.getFirst());
        assertThat(listed.body().at("/items").size()).isEqualTo(1);
        assertThat(listed.text("/items/0/workstream")).isEqualTo(workstream);
    }

    @Test
    void shows_a_slip_and_a_co_chairs_view() {
        Api.Answer commitment = aCommitmentInAGroup();
        String at = "/api/commitments/" + commitment.text("/id");
        String until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(30)
                .toString();

        ilo.patch(
                at + "/milestones/" + commitment.text("/milestones/0/id"),
                "{\"due\": \"2099-07-30\", \"reason\": \"A flood.\"}",
                ANY);
        unicef.put(
                at + "/health-override",
                "{\"status\": \"off-track\", \"until\": \"%s\", \"reason\": \"Elections.\"}".formatted(until),
                ANY);
        comesTo(commitment.text("/id"), 3);

        Api.Answer card = anybody.get("/api/dashboard/commitments/" + commitment.text("/id"));
        assertThat(card.number("/milestones/slips")).isEqualTo(1);
        assertThat(card.number("/milestones/slippedDays")).isEqualTo(30);
        assertThat(card.text("/nextMilestone/due")).isEqualTo("2099-07-30");
        assertThat(card.text("/health/status")).isEqualTo("off-track");
        assertThat(card.text("/health/override/computed")).isEqualTo("unknown");
        assertThat(card.text("/health/override/until")).isEqualTo(until);
    }

    @Test
    void keeps_a_row_of_each_update_the_same_though_the_topic_is_read_again_and_out_of_order() {
        String id = UUID.randomUUID().toString();
        String update = UUID.randomUUID().toString();

        report(id, update);
        submit(id);
        returned(id, update);
        comesTo(id, 3);
        database.getCollection(board()).deleteOne(new Document("_id", id));
        submit(id);
        report(id, update);
        returned(id, update);
        put(event(
                TOPIC,
                id,
                4,
                "org.waymark.commitment.update-resubmitted.v1",
                "{\"updateId\": \"%s\", \"revision\": 2, \"organizationId\": \"o\", \"effective\": \"2026-11-01\","
                                .formatted(update)
                        + " \"milestones\": [], \"actuals\": [], \"evidence\": 0, " + HEALTH + "}"));
        comesTo(id, 4);

        UpdateRow row =
                Objects.requireNonNull(dashboard.updates(List.of(update)).get(update));
        assertThat(row.commitment()).isEqualTo(id);
        assertThat(row.status()).isEqualTo("submitted");
        assertThat(row.revision()).isEqualTo(2);
        assertThat(row.firstSequence()).isEqualTo(2);
        assertThat(row.sequence()).isEqualTo(4);
        assertThat(row.review()).extracting(UpdateRow.ReviewStep::kind).containsExactly("returned", "resubmitted");
    }

    private static void submit(String id) {
        put(event(TOPIC, id, 1, "org.waymark.commitment.submitted.v1", """
                {"title": "Rows", "lead": {"partnerId": "p"}, "supporting": [], "groupId": "g", "level": "global",
                 "countries": [], "sdgTargets": [], "start": "2026-01-01", "status": "submitted", "milestones": [],
                 "indicators": [], %s}
                """.formatted(HEALTH)));
    }

    private static void report(String id, String update) {
        put(event(TOPIC, id, 2, "org.waymark.commitment.progress-reported.v1", """
                {"updateId": "%s", "organizationId": "o", "effective": "2026-11-01", "milestones": [],
                 "actuals": [], %s}
                """.formatted(update, HEALTH)));
    }

    private static void returned(String id, String update) {
        put(event(TOPIC, id, 3, "org.waymark.commitment.update-returned.v1", """
                {"updateId": "%s", "revision": 1, "organizationId": "r", %s}
                """.formatted(update, HEALTH)));
    }

    private static String claim(Api.Answer commitment) {
        return """
                {"narrative": "The first corridor is open.",
                 "milestones": [{"id": "%s", "status": "reached", "on": "2026-02-01"}]}
                """.formatted(commitment.text("/milestones/0/id"));
    }

    private long verified(String query) {
        return anybody.get("/api/dashboard/summary?" + query).number("/milestones/verified");
    }

    private void comesTo(String id, long sequence) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                anybody.get("/api/dashboard/commitments/" + id).number("/sequence"))
                        .isEqualTo(sequence));
    }
}
