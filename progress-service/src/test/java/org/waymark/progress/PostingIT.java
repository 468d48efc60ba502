package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.testing.TestTokens;

/** What a client is answered, and that what is refused leaves nothing behind. */
class PostingIT extends ServiceIT {

    private static final String UPDATE = "{\"narrative\": \"On our way.\", \"assessment\": \"on-track\"}";

    @Test
    void answers_a_new_commitment_with_the_ids_of_its_parts() {
        Api.Answer answer = aCommitment();

        assertThat(answer.headers()).containsEntry("ETag", "\"1\"");
        assertThat(answer.headers().get("Location")).isEqualTo("/api/commitments/" + answer.text("/id"));
        assertThat(answer.number("/sequence")).isEqualTo(1);
        assertThat(answer.text("/milestones/1/id")).hasSize(36);
        assertThat(answer.text("/indicators/0/periods/0/id")).hasSize(36);
    }

    @Test
    void stores_the_same_update_once() {
        String id = aCommitment().text("/id");
        Map<String, String> sameKey = withKey();

        Api.Answer first = ilo.post("/api/commitments/" + id + "/updates", UPDATE, sameKey);
        Api.Answer again = ilo.post("/api/commitments/" + id + "/updates", UPDATE, sameKey);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(anybody.get("/api/commitments/" + id + "/updates").body().at("/items"))
                .hasSize(1);
        assertThat(anybody.get("/api/commitments/" + id).number("/sequence")).isEqualTo(2);
    }

    @Test
    void creates_the_same_commitment_once() {
        Map<String, String> sameKey = withKey();

        Api.Answer first = ilo.post("/api/commitments", COMMITMENT, sameKey);
        Api.Answer again = ilo.post("/api/commitments", COMMITMENT, sameKey);
        Api.Answer other = ilo.post("/api/commitments", COMMITMENT.replace("Fair", "Unfair"), sameKey);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("urn:waymark:problem:key-reused");
    }

    @Test
    void refuses_a_key_that_comes_with_another_body() {
        String id = aCommitment().text("/id");
        Map<String, String> sameKey = withKey();
        ilo.post("/api/commitments/" + id + "/updates", UPDATE, sameKey);

        Api.Answer other = ilo.post("/api/commitments/" + id + "/updates", UPDATE.replace("On our", "By the"), sameKey);

        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void asks_for_the_version_where_something_that_stands_is_changed() {
        String path = "/api/commitments/" + aCommitment().text("/id");

        assertThat(ilo.patch(path, "{\"title\": \"Fairer\"}", Map.of()).status())
                .isEqualTo(428);
        assertThat(ilo.patch(path, "{\"title\": \"Fairer\"}", Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        Api.Answer stale = ilo.patch(path, "{\"title\": \"Fairest\"}", Map.of("If-Match", "\"1\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(anybody.get(path).text("/title")).isEqualTo("Fairer");
        assertThat(ilo.patch(path, "{\"title\": \"Fairest\"}", Map.of("If-Match", "*"))
                        .number("/sequence"))
                .isEqualTo(3);
    }

    @Test
    void refuses_a_stale_update_only_where_it_says_what_it_saw() {
        String path = "/api/commitments/" + aCommitment().text("/id") + "/updates";
        ilo.post(path, UPDATE, withKey());

        assertThat(ilo.post(path, UPDATE, Map.of("Idempotency-Key", key(), "If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(ilo.post(path, UPDATE, withKey()).status()).isEqualTo(201);
    }

    @Test
    void hides_from_a_writer_what_is_anothers() {
        String path = "/api/commitments/" + aCommitment().text("/id");

        Api.Answer update = unicef.post(path + "/updates", UPDATE, withKey());
        Api.Answer revision = unicef.patch(path, "{\"title\": \"Mine\"}", Map.of("If-Match", "*"));
        Api.Answer absent = unicef.post("/api/commitments/" + key() + "/updates", UPDATE, withKey());

        assertThat(update.status()).isEqualTo(404);
        assertThat(revision.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.text("/detail")).isEqualTo(update.text("/detail"));
        assertThat(anybody.get(path).number("/sequence")).isEqualTo(1);
    }

    @Test
    void lets_nobody_write_without_a_valid_token() {
        Api expired = new Api(ilo.base(), TestTokens.expiredToken("ilo", ILO, "partner"));

        assertThat(anybody.post("/api/commitments", COMMITMENT, withKey()).status())
                .isEqualTo(401);
        Api.Answer late = expired.post("/api/commitments", COMMITMENT, withKey());
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text("/type")).isEqualTo("urn:waymark:problem:unauthenticated");
        assertThat(secretariat.post("/api/commitments", COMMITMENT, withKey()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown field            | {\"narrative\": \"x\", \"colour\": \"red\"}                        | 400 | colour",
                "malformed JSON           | {\"narrative\": \"x\"                                              | 400 |",
                "another kind of value    | {\"effective\": \"yesterday\"}                                     | 400 | effective",
                "nothing said             | {}                                                                 | 400 | narrative",
                "a day before the start   | {\"narrative\": \"x\", \"effective\": \"2025-12-31\"}              | 400 | effective",
                "a day that has not come  | {\"narrative\": \"x\", \"effective\": \"2099-01-01\"}              | 400 | effective",
                "an unknown assessment    | {\"assessment\": \"splendid\"}                                     | 400 | assessment",
                "an unknown milestone     | {\"milestones\":[{\"id\":\"8d0c8e6a-0000-5000-8000-000000000000\",\"status\":\"reached\",\"on\":\"2026-02-01\"}]} | 400 | milestones[0].id",
                "a script for a link      | {\"evidence\":[{\"url\":\"javascript:alert(1)\",\"title\":\"x\"}]} | 400 | evidence[0].url"
            })
    void refuses_bad_updates_with_the_field_and_stores_nothing(String what, String body, int status, String field) {
        String path = "/api/commitments/" + aCommitment().text("/id");

        Api.Answer answer = ilo.post(path + "/updates", body, withKey());

        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        if (field != null) {
            assertThat(answer.text("/fields/0/field")).isEqualTo(field);
        }
        assertThat(anybody.get(path).number("/sequence")).isEqualTo(1);
        assertThat(anybody.get(path + "/updates").body().at("/items")).isEmpty();
    }

    @Test
    void keeps_room_for_reports_when_a_plan_grows() {
        String indicators = IntStream.range(0, 330)
                .mapToObj(i -> "{\"title\": \"%s\", \"measure\": \"unit\"}".formatted("x".repeat(500)))
                .collect(Collectors.joining(","));
        String at = "/api/commitments/"
                + ilo.post("/api/commitments", """
                                {"title": "A large plan", "level": "global", "start": "2026-01-01", "end": "2027-12-31",
                                 "indicators": [%s]}
                                """.formatted(indicators), withKey())
                        .text("/id");
        String periods = IntStream.range(0, 100)
                .mapToObj(i -> "{\"start\": \"2026-01-01\", \"end\": \"2026-12-31\", \"target\": 5}")
                .collect(Collectors.joining(","));
        String another =
                "{\"title\": \"%s\", \"measure\": \"unit\", \"periods\": [%s]}".formatted("y".repeat(500), periods);

        List<Api.Answer> added = Stream.generate(() -> ilo.post(at + "/indicators", another, withKey()))
                .limit(8)
                .toList();

        assertThat(added.getFirst().status()).isEqualTo(201);
        assertThat(added.getLast().status()).isEqualTo(413);
        assertThat(added.getLast().text("/detail")).contains("Split it into several commitments");
        assertThat(ilo.patch(at, "{\"description\": \"%s\"}".formatted("z".repeat(20_000)), Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(413);
        assertThat(ilo.post(at + "/updates", UPDATE, withKey()).status()).isEqualTo(201);
    }

    @Test
    void refuses_a_milestone_before_the_start_and_a_body_of_five_megabytes() {
        long before = database.getCollection("commitments").countDocuments();

        Api.Answer early = ilo.post("/api/commitments", COMMITMENT.replace("2099-06-30", "2025-06-30"), withKey());
        Api.Answer large =
                ilo.post("/api/commitments", COMMITMENT.replace("Two corridors.", "x".repeat(5_000_000)), withKey());

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text("/fields/0/field")).isEqualTo("milestones[0].due");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(database.getCollection("commitments").countDocuments()).isEqualTo(before);
    }

    @Test
    void refuses_a_year_that_no_calendar_reaches_and_a_role_that_only_watches() {
        Api observer = new Api(ilo.base(), TestTokens.token("watcher", ILO, "observer"));

        Api.Answer far = ilo.post("/api/commitments", COMMITMENT.replace("2099-12-31", "+300000000-01-01"), withKey());

        assertThat(far.status()).isEqualTo(400);
        assertThat(far.text("/fields/0/field")).isEqualTo("milestones[1].due");
        assertThat(observer.post("/api/commitments", COMMITMENT, withKey()).status())
                .isEqualTo(403);
    }

    @Test
    void keeps_a_number_to_its_last_digit() {
        Api.Answer commitment = aCommitment();
        String id = commitment.text("/id");

        ilo.post(
                "/api/commitments/" + id + "/updates",
                """
                {"actuals": [{"indicatorId": "%s", "periodId": "%s", "value": 12345678901234567.25}]}
                """.formatted(commitment.text("/indicators/0/id"), commitment.text("/indicators/0/periods/0/id")),
                withKey());

        assertThat(anybody.get("/api/commitments/" + id)
                        .body()
                        .at("/indicators/0/periods/0/actual")
                        .asString())
                .isEqualTo("12345678901234567.25");
    }

    @Test
    void answers_what_is_not_there_with_a_problem_document_too() {
        assertThat(anybody.get("/api/commitments/" + key()).text("/type")).isEqualTo("urn:waymark:problem:not-found");
        assertThat(anybody.get("/api/dashboard/commitments/" + key()).status()).isEqualTo(404);
        assertThat(ilo.get("/api/nothing").status()).isEqualTo(403);
        assertThat(ilo.delete("/api/commitments/" + key()).status()).isEqualTo(405);
    }
}
