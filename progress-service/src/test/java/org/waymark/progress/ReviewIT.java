package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An update between its author and its reviewers, over HTTP. */
class ReviewIT extends ServiceIT {

    private static final Map<String, String> ANY = Map.of("If-Match", "*");

    @Test
    void is_returned_answered_submitted_again_and_verified() {
        Api.Answer commitment = aCommitmentInAGroup();
        String at = "/api/commitments/" + commitment.text("/id");
        String update = at + "/updates/" + report(commitment, "42").text("/id");

        assertThat(unicef.post(update + "/return", "{\"reason\": \" \"}", ANY).status())
                .isEqualTo(400);
        assertThat(unicef.post(update + "/return", "{\"reason\": \"Which list?\"}", ANY)
                        .text("/reviews/0/status"))
                .isEqualTo("returned");
        assertThat(unicef.post(update + "/verification", "", ANY).text("/type")).endsWith("returned-already");
        assertThat(ilo.post(update + "/answer", "{\"text\": \"The one on page 3.\"}", withKey())
                        .status())
                .isEqualTo(200);
        Api.Answer again = ilo.post(update + "/resubmission", said(commitment, "40"), ANY);
        assertThat(again.number("/indicators/0/periods/0/actual")).isEqualTo(40);
        Api.Answer verified = unicef.post(update + "/verification", "", ANY);

        assertThat(verified.text("/milestones/0/status")).isEqualTo("verified");
        assertThat(verified.number("/indicators/0/periods/0/verified")).isEqualTo(40);
        assertThat(verified.body().at("/reviews").isEmpty()).isTrue();
        JsonNode read = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> anybody.get(update).body(),
                        body -> body.at("/status").asString().equals("verified"));
        assertThat(read.at("/revision").asInt()).isEqualTo(2);
        assertThat(read.at("/review")
                        .valueStream()
                        .map(step -> step.at("/kind").asString() + " "
                                + step.at("/text").asString("")))
                .containsExactly("returned Which list?", "answered The one on page 3.", "resubmitted ", "verified ");
        assertThat(anybody.get(at + "/updates").body().at("/items").size()).isEqualTo(1);
    }

    @Test
    void keeps_what_the_reviewer_found_beside_what_the_author_said() {
        Api.Answer commitment = aCommitmentInAGroup();
        String update = "/api/commitments/" + commitment.text("/id") + "/updates/"
                + report(commitment, "42").text("/id");

        Api.Answer verified = unicef.post(
                update + "/verification",
                """
                {"actuals": [{"indicatorId": "%s", "periodId": "%s", "value": 37}]}
                """.formatted(commitment.text("/indicators/0/id"), commitment.text("/indicators/0/periods/0/id")),
                ANY);

        assertThat(verified.number("/indicators/0/periods/0/actual")).isEqualTo(42);
        assertThat(verified.number("/indicators/0/periods/0/verified")).isEqualTo(37);
        assertThat(anybody.get(update).number("/actuals/0/value")).isEqualTo(42);
    }

    @Test
    void is_never_reviewed_by_its_own_organization() {
        Api.Answer commitment = aCommitmentInAGroup();
        String update = "/api/commitments/" + commitment.text("/id") + "/updates/"
                + report(commitment, "42").text("/id");

        assertThat(ilo.post(update + "/verification", "", ANY).text("/type")).endsWith("own-update");
        assertThat(ilo.post(update + "/return", "{\"reason\": \"Mine.\"}", ANY).text("/type"))
                .endsWith("own-update");
    }

    @Test
    void takes_the_place_of_an_earlier_one() {
        Api.Answer commitment = aCommitmentInAGroup();
        String at = "/api/commitments/" + commitment.text("/id");
        String first = report(commitment, "42").text("/id");

        ilo.post(
                at + "/updates",
                "{\"narrative\": \"That was another corridor.\", \"supersedes\": \"%s\"}".formatted(first),
                withKey());

        Api.Answer standing = anybody.get(at);
        assertThat(standing.text("/milestones/0/status")).isEqualTo("planned");
        assertThat(standing.body().at("/indicators/0/periods/0").has("actual")).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        anybody.get(at + "/updates/" + first).text("/status").equals("superseded"));
    }

    @Test
    void corrects_a_value_and_keeps_what_was_said_before() {
        Api.Answer commitment = aCommitment();
        String at = "/api/commitments/" + commitment.text("/id");
        report(commitment, "42");
        String period = at + "/indicators/" + commitment.text("/indicators/0/id") + "/periods/"
                + commitment.text("/indicators/0/periods/0/id");

        Api.Answer corrected = ilo.post(period + "/correction", """
                {"value": 24, "disaggregation": {"sex": {"female": 14, "male": 10}}, "reason": "Digits swapped."}
                """, ANY);

        assertThat(corrected.number("/indicators/0/periods/0/actual")).isEqualTo(24);
        assertThat(corrected.number("/indicators/0/periods/0/disaggregation/sex/female"))
                .isEqualTo(14);
        Api.Answer told = anybody.get(at + "/history?limit=1");
        assertThat(told.number("/items/0/data/before")).isEqualTo(42);
        assertThat(told.text("/items/0/texts/reason")).isEqualTo("Digits swapped.");
    }

    @Test
    void starts_from_the_last_one() {
        Api.Answer commitment = aCommitment();
        String template = "/api/commitments/" + commitment.text("/id") + "/updates/template";
        assertThat(ilo.get(template).status()).isEqualTo(404);
        report(commitment, "42");

        Api.Answer copied = ilo.get(template);

        assertThat(copied.text("/narrative")).isEqualTo("The first corridor is open.");
        assertThat(copied.number("/actuals/0/value")).isEqualTo(42);
        assertThat(copied.body().has("milestones")).isFalse();
        assertThat(copied.body().has("evidence")).isFalse();
    }

    private Api.Answer report(Api.Answer commitment, String value) {
        Api.Answer answer =
                ilo.post("/api/commitments/" + commitment.text("/id") + "/updates", said(commitment, value), withKey());
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private static String said(Api.Answer commitment, String value) {
        return """
                {"narrative": "The first corridor is open.",
                 "milestones": [{"id": "%s", "status": "reached", "on": "2026-02-01"}],
                 "actuals": [{"indicatorId": "%s", "periodId": "%s", "value": %s}],
                 "evidence": [{"url": "https://example.org/list", "title": "The list", "language": "es"}]}
                """.formatted(
                        commitment.text("/milestones/0/id"),
                        commitment.text("/indicators/0/id"),
                        commitment.text("/indicators/0/periods/0/id"),
                        value);
    }
}
