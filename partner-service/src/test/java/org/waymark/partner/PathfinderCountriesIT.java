package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.platform.Uuids;
import org.waymark.testing.StoreRules;

/** Each test has a country of its own. */
@RunningService
class PathfinderCountriesIT {

    private static final String PATH = "/api/pathfinder-countries";

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void enters_a_country_with_the_stages_it_has_reached() {
        Answer entered = enter("SLV", stage("interested", "2025-03-01"), stage("candidate", "2025-09-15"));

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.header("Location")).isEqualTo(PATH + "/SLV");
        assertThat(entered.text("stage")).isEqualTo("candidate");
        assertThat(api.get(PATH + "/slv").body()).isEqualTo(entered.body());
        assertThat(api.get(PATH).response().body()).contains("SLV");
        assertThat(topics.await(Uuids.of("pathfinder-countries", "SLV").toString(), 1))
                .extracting(record -> KafkaMessageFactory.createReader(record.headers(), record.value())
                        .toEvent()
                        .getType())
                .containsExactly("org.waymark.pathfinder-country.recorded.v1");
    }

    @Test
    void moves_on_to_the_next_stage() {
        enter("NPL", stage("interested", "2025-03-01"));

        Answer moved = put("NPL", "\"1\"", stage("interested", "2025-03-01"), stage("workshop-held", "2026-02-10"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(PATH + "/NPL").body().at("/stages/1/on").asString()).isEqualTo("2026-02-10");
        assertThat(put("NPL", "\"1\"", stage("interested", "2025-03-01")).status())
                .isEqualTo(412);
    }

    @Test
    void is_entered_once() {
        Answer first = enter("FJI", stage("interested", "2025-03-01"));

        assertThat(enter("FJI", stage("interested", "2025-03-01")).body()).isEqualTo(first.body());
        assertThat(enter("FJI", stage("candidate", "2025-03-01")).status()).isEqualTo(422);
    }

    @Test
    void names_what_is_wrong() {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        assertThat(PartnersIT.fields(enter("XYZ", stage("interested", "2025-03-01"))))
                .containsExactly("country");
        assertThat(PartnersIT.fields(enter("MDG"))).containsExactly("stages");
        assertThat(PartnersIT.fields(enter("MDG", stage("keen", "2025-03-01")))).containsExactly("stages[0].stage");
        assertThat(PartnersIT.fields(enter("MDG", stage("candidate", "2025-03-01"), stage("interested", "2025-04-01"))))
                .containsExactly("stages[1].stage");
        assertThat(PartnersIT.fields(enter("MDG", stage("interested", "2025-03-01"), stage("candidate", "2025-02-01"))))
                .containsExactly("stages[1].on");
        assertThat(PartnersIT.fields(enter("MDG", stage("interested", tomorrow))))
                .containsExactly("stages[0].on");
        assertThat(api.get(PATH + "/MDG").status()).isEqualTo(404);
        assertThat(api.get(PATH + "/nowhere").status()).isEqualTo(404);
    }

    @Test
    void is_recorded_by_the_secretariat_alone() {
        String token = api.token(api.aClient(api.aPartner().text("id"), "partner", "co-chair"));
        String body = "{\"country\":\"PER\",\"stages\":[" + stage("interested", "2025-03-01") + "]}";

        assertThat(api.post(token, PATH, body).status()).isEqualTo(403);
        assertThat(api.send("POST", PATH, body).status()).isEqualTo(401);
        assertThat(api.send("PUT", PATH + "/PER/stages", body).status()).isEqualTo(401);
    }

    private Answer enter(String country, String... stages) {
        return api.post(
                api.secretariat(),
                PATH,
                "{\"country\":\"%s\",\"stages\":[%s]}".formatted(country, String.join(",", stages)));
    }

    private Answer put(String country, String ifMatch, String... stages) {
        return api.send(
                "PUT",
                PATH + "/" + country + "/stages",
                "{\"stages\":[%s]}".formatted(String.join(",", stages)),
                "Authorization",
                "Bearer " + api.secretariat(),
                "If-Match",
                ifMatch);
    }

    private static String stage(String stage, String on) {
        return "{\"stage\":\"%s\",\"on\":\"%s\"}".formatted(stage, on);
    }
}
