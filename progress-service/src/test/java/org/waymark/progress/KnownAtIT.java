package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was answered on a day can be asked for again, whatever is learned of the past meanwhile. */
class KnownAtIT extends ServiceIT {

    private static final Map<String, String> ANY = Map.of("If-Match", "*");

    @Test
    void the_same_question_is_answered_the_same_after_facts_are_back_dated() {
        String group = aGroup();
        Api.Answer commitment = ilo.post(
                "/api/commitments",
                COMMITMENT
                        .replaceFirst("\\{", "{\"groupId\": \"%s\",".formatted(group))
                        .replace("2099-06-30", today().plusDays(2).toString()),
                withKey());
        String id = commitment.text("/id");
        String at = "/api/commitments/" + id;
        reached(commitment, 0, today());
        caughtUp(id, 2);
        clock.advance(Duration.ofDays(4));
        ilo.patch(
                at + "/milestones/" + commitment.text("/milestones/1/id"),
                "{\"due\": \"2100-01-30\", \"reason\": \"A flood.\"}",
                ANY);
        caughtUp(id, 3);
        LocalDate known = today();
        Map<String, JsonNode> before = answers(group, known);
        assertThat(before.values().stream().distinct().count()).isGreaterThan(2);

        clock.advance(Duration.ofDays(2));
        String update = reached(commitment, 1, known.minusDays(3));
        unicef.post(at + "/updates/" + update + "/verification", "", ANY);
        ilo.post(
                at + "/updates",
                """
                {"narrative": "Counted again.", "effective": "%s", "assessment": "off-track",
                 "actuals": [{"indicatorId": "%s", "periodId": "%s", "value": 40}]}
                """.formatted(
                                known.minusDays(2),
                                commitment.text("/indicators/0/id"),
                                commitment.text("/indicators/0/periods/0/id")),
                withKey());
        ilo.post(
                "/api/commitments",
                COMMITMENT.replaceFirst("\\{", "{\"groupId\": \"%s\",".formatted(group)),
                withKey());
        caughtUp(id, 6);

        assertThat(answers(group, known)).isEqualTo(before);
        assertThat(summary(group, known, today()))
                .as("what is known of that day has changed")
                .isNotEqualTo(before.get(known.toString()));
    }

    private Map<String, JsonNode> answers(String group, LocalDate knownAt) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (int day = -7; day <= 1; day++) {
            LocalDate asOf = knownAt.plusDays(day);
            answers.put(asOf.toString(), summary(group, asOf, knownAt));
            answers.put(
                    "both " + asOf,
                    anybody.get(query(group, asOf, knownAt) + "&level=country").body());
        }
        return answers;
    }

    private JsonNode summary(String group, LocalDate asOf, LocalDate knownAt) {
        return anybody.get(query(group, asOf, knownAt)).body();
    }

    private static String query(String group, LocalDate asOf, LocalDate knownAt) {
        return "/api/dashboard/summary?group=" + group + "&asOf=" + asOf + "&knownAt=" + knownAt;
    }

    private String reached(Api.Answer commitment, int milestone, LocalDate on) {
        Api.Answer said = ilo.post(
                "/api/commitments/" + commitment.text("/id") + "/updates",
                """
                {"narrative": "Reached.", "milestones": [{"id": "%s", "status": "reached", "on": "%s"}],
                 "evidence": [{"url": "https://example.org/minutes", "title": "Minutes"}]}
                """.formatted(commitment.text("/milestones/" + milestone + "/id"), on),
                withKey());
        assertThat(said.status()).as("%s", said).isEqualTo(201);
        return said.text("/id");
    }

    private void caughtUp(String id, long sequence) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                anybody.get("/api/dashboard/commitments/" + id).number("/sequence"))
                        .isGreaterThanOrEqualTo(sequence));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
