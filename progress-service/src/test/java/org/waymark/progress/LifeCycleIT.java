package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The life of a commitment and of its plan, over HTTP. */
class LifeCycleIT extends ServiceIT {

    private static final Map<String, String> ANY = Map.of("If-Match", "*");

    @Test
    void goes_from_its_submission_to_its_completion_and_tells_every_step() {
        Api.Answer commitment = aCommitmentInAGroup();
        String at = "/api/commitments/" + commitment.text("/id");

        assertThat(unicef.post(at + "/endorsement", "", ANY).text("/status")).isEqualTo("endorsed");
        assertThat(ilo.post(at + "/implementation", "", ANY).text("/status")).isEqualTo("in-implementation");
        assertThat(ilo.post(at + "/suspension", "{\"reason\": \"A flood.\"}", ANY)
                        .text("/status"))
                .isEqualTo("suspended");
        assertThat(ilo.post(at + "/updates", "{\"narrative\": \"Still dry.\"}", withKey())
                        .status())
                .isEqualTo(409);
        assertThat(unicef.post(at + "/resumption", "", ANY).text("/status")).isEqualTo("in-implementation");
        assertThat(ilo.post(at + "/completion", "", ANY).text("/type")).endsWith("open-milestones");
        assertThat(ilo.post(at + "/completion", "{\"reason\": \"The rest is law now.\"}", ANY)
                        .text("/status"))
                .isEqualTo("completed");
        assertThat(ilo.patch(at, "{\"title\": \"More\"}", ANY).text("/type")).endsWith("over");

        List<String> types = anybody.get(at + "/history")
                .body()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/type").asString().replaceFirst("org.waymark.commitment.", "")
                        + entry.at("/data/to").asString("")
                        + entry.at("/texts/reason").asString(""))
                .toList();
        assertThat(types)
                .containsExactly(
                        "status-changed.v1completedThe rest is law now.",
                        "status-changed.v1in-implementation",
                        "status-changed.v1suspendedA flood.",
                        "status-changed.v1in-implementation",
                        "status-changed.v1endorsed",
                        "submitted.v1");
        JsonNode endorsement =
                anybody.get(at + "/history?limit=1&cursor=3").body().at("/items/0");
        assertThat(endorsement.at("/organizationId").asString()).isEqualTo(UNICEF);
        assertThat(endorsement.has("client")).isFalse();
        assertThat(secretariat.get(at + "/history?limit=1&cursor=3").text("/items/0/client"))
                .isEqualTo("unicef");
    }

    @Test
    void asks_for_the_version_and_for_the_say_of_each_step() {
        String at = "/api/commitments/" + aCommitmentInAGroup().text("/id");

        assertThat(unicef.post(at + "/endorsement", "", Map.of()).status()).isEqualTo(428);
        assertThat(unicef.post(at + "/endorsement", "", Map.of("If-Match", "\"7\""))
                        .status())
                .isEqualTo(412);
        assertThat(unicef.post(at + "/implementation", "", ANY).status()).isEqualTo(403);
        assertThat(anybody.post(at + "/endorsement", "", ANY).status()).isEqualTo(401);
        String elsewhere = "/api/commitments/" + aCommitment().text("/id");
        assertThat(unicef.post(elsewhere + "/endorsement", "", ANY).status()).isEqualTo(404);
        assertThat(anybody.get(at).text("/status")).isEqualTo("submitted");
    }

    @Test
    void keeps_a_milestones_first_day_and_adds_its_slips_up() {
        Api.Answer commitment = aCommitment();
        String at = "/api/commitments/" + commitment.text("/id");
        String milestone = at + "/milestones/" + commitment.text("/milestones/0/id");

        assertThat(ilo.patch(milestone, "{\"due\": \"2099-07-30\"}", ANY).text("/fields/0/field"))
                .isEqualTo("reason");
        ilo.patch(milestone, "{\"due\": \"2099-07-30\", \"reason\": \"Elections.\"}", ANY);
        ilo.patch(milestone, "{\"due\": \"2099-07-20\", \"reason\": \"Sooner.\"}", ANY);
        Api.Answer twice = ilo.patch(milestone, "{\"due\": \"2099-07-25\", \"reason\": \"Later.\"}", ANY);

        JsonNode slipped = twice.body().at("/milestones/0");
        assertThat(slipped.at("/originalDue").asString()).isEqualTo("2099-06-30");
        assertThat(slipped.at("/due").asString()).isEqualTo("2099-07-25");
        assertThat(slipped.at("/slips").asInt()).isEqualTo(2);
        assertThat(slipped.at("/slippedDays").asInt()).isEqualTo(35);
        assertThat(twice.text("/health/reasons/0")).isEqualTo("slipped");
    }

    @Test
    void adds_to_a_standing_plan_once_for_one_key() {
        String at = "/api/commitments/" + aCommitment().text("/id");
        Map<String, String> key = withKey();
        String body = "{\"title\": \"Third corridor open\", \"due\": \"2099-12-31\"}";

        Api.Answer added = ilo.post(at + "/milestones", body, key);
        Api.Answer again = ilo.post(at + "/milestones", body, key);
        Api.Answer indicator =
                ilo.post(at + "/indicators", "{\"title\": \"Agents licensed\", \"measure\": \"unit\"}", withKey());
        Api.Answer period = ilo.post(
                at + "/indicators/" + indicator.text("/id") + "/periods",
                "{\"start\": \"2026-01-01\", \"end\": \"2026-12-31\", \"target\": 5}",
                withKey());

        assertThat(added.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(added.text("/id"));
        Api.Answer standing = anybody.get(at);
        assertThat(standing.body().at("/milestones").size()).isEqualTo(3);
        assertThat(standing.text("/milestones/2/id")).isEqualTo(added.text("/id"));
        assertThat(standing.text("/indicators/1/periods/0/id")).isEqualTo(period.text("/id"));
        assertThat(unicef.post(at + "/milestones", body, withKey()).status()).isEqualTo(404);
    }

    @Test
    void adds_nothing_without_a_key_by_which_a_retry_is_known() {
        Api.Answer commitment = aCommitment();
        String at = "/api/commitments/" + commitment.text("/id");
        String periods = "/indicators/" + commitment.text("/indicators/0/id") + "/periods";

        List<Api.Answer> refused = List.of(
                ilo.post(at + "/milestones", "{\"title\": \"Third\", \"due\": \"2099-12-31\"}", Map.of()),
                ilo.post(at + "/indicators", "{\"title\": \"Agents licensed\", \"measure\": \"unit\"}", Map.of()),
                ilo.post(
                        at + periods, "{\"start\": \"2027-01-01\", \"end\": \"2027-12-31\", \"target\": 5}", Map.of()));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/type")).endsWith("idempotency-key-required");
        });
        assertThat(anybody.get(at).number("/sequence")).isEqualTo(1);
    }

    @Test
    void lets_a_co_chair_see_the_health_differently_until_a_day() {
        String at = "/api/commitments/" + aCommitmentInAGroup().text("/id");
        String until = anybody.get(at).text("/submittedAt").substring(0, 10);

        Api.Answer seen = unicef.put(
                at + "/health-override",
                "{\"status\": \"off-track\", \"until\": \"%s\", \"reason\": \"No funds.\"}".formatted(until),
                ANY);

        assertThat(seen.text("/health/status")).isEqualTo("off-track");
        assertThat(seen.text("/health/override/computed")).isEqualTo("unknown");
        assertThat(unicef.delete(at + "/health-override", ANY).text("/health/status"))
                .isEqualTo("unknown");
        assertThat(unicef.put(
                                at + "/health-override",
                                "{\"status\": \"off-track\", \"until\": \"2020-01-01\","
                                        + " \"reason\": \"No funds.\"}",
                                ANY)
                        .text("/fields/0/field"))
                .isEqualTo("until");
    }
}
