package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.testing.ConditionalGets;
import org.waymark.testing.TestTokens;

/** Who asks again for what has not changed is told so, and what is long is sent short. */
class ConditionalIT extends ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void whatever_can_be_read_has_an_etag_by_which_it_is_read_but_once() {
        Api.Answer commitment = aCommitment();
        String id = commitment.text("/id");
        String update = ilo.post("/api/commitments/" + id + "/updates", "{\"narrative\": \"More.\"}", withKey())
                .text("/id");
        String draft = ilo.post("/api/commitments", "{\"title\": \"Not yet\", \"draft\": true}", withKey())
                .text("/id");
        String file = ilo.post("/api/evidence?name=minutes.txt", "text/plain", TopicWriter.bytes("Minutes."))
                .text("/id");
        comesTo(id, 2);
        int generation = generations.serving().generation();

        String token = TestTokens.token("ilo", ILO, "partner", "co-chair", "secretariat");
        Map<String, String> outcomes = gets(token)
                .all(path -> path.replace("/api/drafts/{id}", "/api/drafts/" + draft)
                        .replace("/api/evidence/{id}", "/api/evidence/" + file)
                        .replace("{update}", update)
                        .replace("{generation}", "" + generation)
                        .replaceAll("\\{(id|commitment)}", id)
                        .replaceFirst("/dashboard/stream$", "/dashboard/summary")
                        .replaceFirst("/activity$", "/activity?measure=updates")
                        .replaceFirst("/difference$", "/difference?sinceAsOf=2026-01-01")
                        .replaceFirst("/ranking$", "/ranking?by=partner&measure=updates"));

        assertThat(outcomes)
                .hasSizeGreaterThan(15)
                .allSatisfy((path, outcome) -> assertThat(outcome).isEqualTo("ETag, 304"));
        Stream.of("/", "/board/summary", "/board/cards", "/board/cards/" + id, "/assets/board.js")
                .forEach(path -> assertThat(gets(null).outcome(path)).as(path).isEqualTo("ETag, 304"));
    }

    @Test
    void figures_that_have_not_changed_are_not_reckoned_again() {
        String id = aCommitment().text("/id");
        comesTo(id, 1);
        String path = "/api/dashboard/summary?country=SLV";
        HttpResponse<String> first = gets(null).get(path, Map.of());

        moveTallies("SLV", "elsewhere");
        int again = gets(null).get(path, ifNoneMatch(first)).statusCode();
        moveTallies("elsewhere", "SLV");

        assertThat(again).isEqualTo(304);
    }

    private void moveTallies(String from, String to) {
        database.getCollection(board() + "_tallies")
                .updateMany(
                        new Document("dimension", "country").append("key", from),
                        new Document("$set", new Document("key", to)));
    }

    @Test
    void figures_that_have_changed_are_told() {
        String id = aCommitment().text("/id");
        comesTo(id, 1);
        String path = "/api/dashboard/summary?country=SLV";
        HttpResponse<String> first = gets(null).get(path, Map.of());
        assertThat(gets(null)
                        .get("/api/dashboard/summary?country=CHE", ifNoneMatch(first))
                        .statusCode())
                .isEqualTo(200);

        ilo.post("/api/commitments/" + id + "/updates", "{\"narrative\": \"More.\"}", withKey());

        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> then = gets(null).get(path, ifNoneMatch(first));
            assertThat(then.statusCode()).isEqualTo(200);
            assertThat(then.body()).isNotEqualTo(first.body());
        });
        HttpResponse<String> before = gets(null).get(path, Map.of());
        clock.advance(Duration.ofDays(1));
        assertThat(gets(null).get(path, ifNoneMatch(before)).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_answered_to_somebody_is_kept_by_nobody_else() {
        String id = aCommitment().text("/id");
        HttpResponse<String> mine =
                gets(TestTokens.token("ilo", ILO, "partner")).get("/api/commitments/" + id + "/updates", Map.of());
        HttpResponse<String> anybodys = gets(null).get("/api/commitments/" + id + "/updates", Map.of());

        assertThat(mine.headers().firstValue("Cache-Control")).contains("no-cache, private");
        assertThat(anybodys.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(Stream.of(mine, anybodys))
                .allSatisfy(
                        answer -> assertThat(answer.headers().allValues("Vary")).contains("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v3/api-docs", "/api/dashboard/commitments", "/assets/board.js", "/assets/board.css"})
    void what_is_long_is_compressed_and_still_has_an_etag(String path) {
        for (int i = 0; i < 5; i++) {
            comesTo(aCommitment().text("/id"), 1);
        }
        HttpResponse<String> answer = gets(null).get(path, Map.of("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    private ConditionalGets gets(@Nullable String token) {
        return new ConditionalGets("http://localhost:" + port, token);
    }

    private static Map<String, String> ifNoneMatch(HttpResponse<String> answer) {
        return Map.of("If-None-Match", answer.headers().firstValue("ETag").orElseThrow());
    }

    private void comesTo(String id, long sequence) {
        await().atMost(PATIENCE)
                .until(() -> anybody.get("/api/dashboard/commitments/" + id).number("/sequence") == sequence);
    }
}
