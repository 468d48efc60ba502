package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.testing.TestTokens;

/** What is begun and not said yet. */
class DraftIT extends ServiceIT {

    @Test
    void is_an_object_and_nothing_else() {
        String id = ilo.post("/api/commitments", "{\"draft\": true}", withKey()).text("/id");

        for (String body : List.of("null", "[]", "1", "\"a\"", "{\"title\": 1E2147483648}")) {
            assertThat(ilo.put("/api/drafts/" + id, body, Map.of("If-Match", "*"))
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void of_an_update_is_seen_by_its_own_organization_alone_until_it_is_submitted() {
        String commitment = "/api/commitments/" + aCommitment().text("/id");

        Api.Answer draft =
                ilo.post(commitment + "/updates", "{\"narrative\": \"Perhaps.\", \"draft\": true}", withKey());
        String at = location(draft);

        assertThat(draft.status()).isEqualTo(201);
        assertThat(unicef.get(at).status()).isEqualTo(404);
        assertThat(anybody.get(at).status()).isEqualTo(401);
        assertThat(anybody.get(commitment).number("/sequence")).isEqualTo(1);
        assertThat(anybody.get(commitment + "/updates").body().at("/items").isEmpty())
                .isTrue();
        assertThat(ilo.get("/api/drafts")
                        .body()
                        .at("/items")
                        .valueStream()
                        .map(one -> one.at("/id").asString()))
                .contains(draft.text("/id"));
        assertThat(ilo.put(at, "{\"narrative\": \"Certainly.\"}", Map.of()).status())
                .isEqualTo(428);
        assertThat(ilo.put(at, "{\"narrative\": \"Certainly.\"}", Map.of("If-Match", "\"1\""))
                        .headers()
                        .get("ETag"))
                .isEqualTo("\"2\"");
        assertThat(ilo.put(at, "{\"narrative\": \"Late.\"}", Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(ilo.put(at, "{\"story\": \"?\"}", Map.of("If-Match", "*")).text("/fields/0/field"))
                .isEqualTo("story");

        Api.Answer submitted = ilo.post(at + "/submission", "", Map.of());

        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("/id")).isEqualTo(draft.text("/id"));
        assertThat(anybody.get(location(submitted)).text("/narrative")).isEqualTo("Certainly.");
        assertThat(ilo.get(at).status()).isEqualTo(404);
        Api.Answer again = ilo.post(at + "/submission", "", Map.of());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(submitted.body());
        assertThat(again.headers().get("ETag")).isEqualTo(submitted.headers().get("ETag"));
        assertThat(anybody.get(commitment + "/updates").body().at("/items")).hasSize(1);
        assertThat(ilo.get("/api/drafts").body().at("/items").valueStream())
                .noneMatch(one -> one.at("/id").asString().equals(draft.text("/id")));
    }

    @Test
    void is_answered_the_same_at_once_and_later_and_listed_without_its_body() {
        Api.Answer draft = ilo.post("/api/commitments", "{\"title\": \"Some day\", \"draft\": true}", withKey());

        assertThat(ilo.get(location(draft)).body()).isEqualTo(draft.body());
        assertThat(draft.body().at("/body/draft").asBoolean(false)).isFalse();
        assertThat(ilo.get("/api/drafts").body().at("/items").valueStream())
                .anyMatch(one -> one.at("/id").asString().equals(draft.text("/id")))
                .noneMatch(one -> one.has("body"));
    }

    @Test
    void of_a_commitment_need_not_be_complete_until_it_is_submitted() {
        Api.Answer draft = ilo.post("/api/commitments", "{\"title\": \"Some day\", \"draft\": true}", withKey());
        String at = location(draft);

        assertThat(ilo.post(at + "/submission", "", Map.of()).status()).isEqualTo(400);
        assertThat(ilo.get(at).status()).isEqualTo(200);
        ilo.put(at, COMMITMENT, Map.of("If-Match", "*"));
        Api.Answer submitted = ilo.post(at + "/submission", "", Map.of());

        assertThat(submitted.text("/id")).isEqualTo(draft.text("/id"));
        assertThat(anybody.get("/api/commitments/" + draft.text("/id")).text("/status"))
                .isEqualTo("submitted");
    }

    @Test
    void is_kept_once_for_one_key_and_gone_when_it_is_deleted() {
        Map<String, String> key = withKey();
        String body = "{\"title\": \"Some day\", \"draft\": true}";

        Api.Answer draft = ilo.post("/api/commitments", body, key);

        assertThat(ilo.post("/api/commitments", body, key).text("/id")).isEqualTo(draft.text("/id"));
        assertThat(ilo.post("/api/commitments", "{\"title\": \"Other\", \"draft\": true}", key)
                        .status())
                .isEqualTo(422);
        String at = location(draft);
        assertThat(unicef.delete(at).status()).isEqualTo(404);
        assertThat(ilo.delete(at).status()).isEqualTo(204);
        assertThat(ilo.get(at).status()).isEqualTo(404);
    }

    @Test
    void of_an_update_needs_a_commitment_of_ones_own() {
        String commitment = "/api/commitments/" + aCommitment().text("/id");

        assertThat(unicef.post(commitment + "/updates", "{\"draft\": true}", withKey())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void is_the_organizations_and_goes_on_when_the_person_who_began_it_has_left() {
        String person = UUID.randomUUID().toString();
        Api ana = new Api(ilo.base(), TestTokens.token(person, ILO, "partner", "reporter"));
        Api ben = new Api(ilo.base(), TestTokens.token(UUID.randomUUID().toString(), ILO, "partner", "reporter"));
        String commitment = "/api/commitments/" + aCommitment().text("/id");
        String at = location(
                ana.post(commitment + "/updates", "{\"narrative\": \"Perhaps.\", \"draft\": true}", withKey()));

        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                person,
                1,
                "org.waymark.access.revoked.v1",
                "{\"issuedUntil\":\"%s\"}".formatted(Instant.now())));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ana.get(at).status()).isEqualTo(401));

        assertThat(ben.get(at).text("/body/narrative")).isEqualTo("Perhaps.");
        assertThat(ben.put(at, "{\"narrative\": \"Certainly.\"}", Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(200);
        Api.Answer submitted = ben.post(at + "/submission", "", Map.of());
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(anybody.get(location(submitted)).text("/narrative")).isEqualTo("Certainly.");
    }

    private static String location(Api.Answer answer) {
        return Objects.requireNonNull(answer.headers().get("Location"), answer::toString);
    }
}
