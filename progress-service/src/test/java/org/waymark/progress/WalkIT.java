package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** One update from the request to the card, the totals and the open stream. */
class WalkIT extends ServiceIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void carries_an_update_to_the_card_the_summary_and_the_stream() {
        Api.Answer commitment = aCommitment();
        String id = commitment.text("/id");
        Api.Answer before = caughtUp(id, 1, "/api/dashboard/summary?partner=" + ILO);
        List<String> stream = listen();

        Api.Answer posted = ilo.post(
                "/api/commitments/" + id + "/updates",
                """
                {"narrative": "The first corridor is open.", "assessment": "at-risk",
                 "milestones": [{"id": "%s", "status": "reached", "on": "2026-02-01"}],
                 "actuals": [{"indicatorId": "%s", "periodId": "%s", "value": 42}]}
                """.formatted(
                                commitment.text("/milestones/0/id"),
                                commitment.text("/indicators/0/id"),
                                commitment.text("/indicators/0/periods/0/id")),
                Map.of("Idempotency-Key", key(), "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));

        assertThat(posted.status()).isEqualTo(201);
        Api.Answer card = anybody.get("/api/dashboard/commitments/" + id + "?atLeast=" + posted.number("/sequence"));
        assertThat(card.number("/sequence")).isEqualTo(2);
        assertThat(card.text("/health/status")).isEqualTo("at-risk");
        assertThat(card.text("/health/reasons/0")).isEqualTo("self-assessment");
        assertThat(card.body().at("/progress/selfReported").asDouble()).isEqualTo(0.25);
        assertThat(card.body().at("/progress/verified").asDouble()).isZero();
        assertThat(card.text("/nextMilestone/title")).isEqualTo("Second corridor open");
        assertThat(card.text("/lastUpdate/id")).isEqualTo(posted.text("/id"));
        Api.Answer after = anybody.get("/api/dashboard/summary?partner=" + ILO);
        assertThat(after.number("/milestones/reached")).isEqualTo(before.number("/milestones/reached") + 1);
        assertThat(after.number("/milestones/planned")).isEqualTo(before.number("/milestones/planned") - 1);
        assertThat(after.number("/updates")).isEqualTo(before.number("/updates") + 1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(stream)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("data: ")
                                .contains("\"id\":\"" + id + "\"", "\"sequence\":2", TRACE)));
    }

    @Test
    void answers_a_total_as_it_was_and_as_it_was_known() {
        Api.Answer commitment = aCommitment();
        String id = commitment.text("/id");
        String update = "{\"milestones\": [{\"id\": \"%s\", \"status\": \"reached\", \"on\": \"%s\"}]}";
        clock.advance(Duration.ofDays(10));
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        Api.Answer posted = ilo.post(
                "/api/commitments/" + id + "/updates",
                update.formatted(commitment.text("/milestones/0/id"), today.minusDays(5)),
                withKey());
        assertThat(posted.status()).isEqualTo(201);
        caughtUp(id, 2, "/api/dashboard/summary");

        long reachedThen = reached(today.minusDays(5), today) - reached(today.minusDays(6), today);
        long knownThen =
                reached(today.minusDays(5), today.minusDays(1)) - reached(today.minusDays(6), today.minusDays(1));

        assertThat(reachedThen).isEqualTo(1);
        assertThat(knownThen).isZero();
    }

    @Test
    void records_an_overdue_milestone_once_when_its_day_has_passed() {
        String id = ilo.post(
                        "/api/commitments",
                        COMMITMENT.replace(
                                "2099-06-30", LocalDate.now(ZoneOffset.UTC).toString()),
                        withKey())
                .text("/id");
        caughtUp(id, 1, "/api/dashboard/summary");

        clock.advance(Duration.ofDays(1));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                anybody.get("/api/dashboard/commitments/" + id).number("/milestones/overdue"))
                        .isEqualTo(1));
        Api.Answer card = anybody.get("/api/dashboard/commitments/" + id);
        assertThat(card.text("/health/reasons/0")).isEqualTo("overdue");
        assertThat(card.number("/sequence")).isEqualTo(2);
    }

    @Test
    void shows_the_board_without_sign_in() {
        Api.Answer commitment = aCommitment();
        caughtUp(commitment.text("/id"), 1, "/api/dashboard/summary");

        HttpResponse<String> page = Api.now(() -> HttpClient.newHttpClient()
                .send(anybody.request("/").GET().build(), HttpResponse.BodyHandlers.ofString()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Fair recruitment corridors");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
    }

    private long reached(LocalDate asOf, LocalDate knownAt) {
        return anybody.get("/api/dashboard/summary?asOf=" + asOf + "&knownAt=" + knownAt)
                .number("/milestones/reached");
    }

    private Api.Answer caughtUp(String id, long sequence, String path) {
        Api.Answer card = anybody.get("/api/dashboard/commitments/" + id + "?atLeast=" + sequence);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(anybody.get("/api/dashboard/commitments/" + id + "?atLeast=" + sequence)
                                .number("/sequence"))
                        .isGreaterThanOrEqualTo(sequence));
        assertThat(card.status()).isIn(200, 404);
        return anybody.get(path);
    }

    /** Lines of the live stream as they come, once it is open. */
    private List<String> listen() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            HttpResponse<java.util.stream.Stream<String>> response = Api.now(() -> HttpClient.newHttpClient()
                    .send(anybody.request("/api/dashboard/stream").GET().build(), HttpResponse.BodyHandlers.ofLines()));
            response.body().forEach(lines::add);
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> lines.contains(": listening"));
        return lines;
    }
}
