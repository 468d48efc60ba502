package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.platform.Uuids;
import org.waymark.testing.StoreRules;

@RunningService
class ActionGroupsIT {

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void has_the_default_group_from_the_start() {
        String id = Uuids.of("action-groups", "default").toString();

        Answer group = api.get("/api/action-groups/" + id);

        assertThat(group.status()).isEqualTo(200);
        assertThat(group.text("name")).isEqualTo("Migration Action Group");
        assertThat(group.body().path("default").asBoolean()).isTrue();
        assertThat(topics.await(id, 1)).isNotEmpty();
    }

    @Test
    void creates_a_group_led_by_two_partners() {
        String one = api.aPartner().text("id");
        String other = api.aPartner().text("id");

        Answer made = create("Supply Chains", term(one, "2026-01-01", "2026-12-31") + "," + term(other, "2026-01-01"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.body().path("default").asBoolean()).isFalse();
        assertThat(made.body().path("coChairs")).hasSize(2);
        assertThat(made.body().path("coChairs").get(0).path("to").asString()).isEqualTo("2026-12-31");
        assertThat(made.body().path("coChairs").get(1).has("to")).isFalse();
        assertThat(api.get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(api.get("/api/action-groups?limit=200").response().body()).contains(made.text("id"));
    }

    @Test
    void creates_a_group_once_per_key() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"Supply Chains\"}";

        Answer first = api.post(api.secretariat(), "/api/action-groups", body, "Idempotency-Key", key);
        Answer again = api.post(api.secretariat(), "/api/action-groups", body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void appoints_co_chairs_as_a_whole_list() {
        Answer made = create("Supply Chains", term(api.aPartner().text("id"), "2026-01-01"));
        String path = made.header("Location") + "/co-chairs";
        String next = "{\"coChairs\":[" + term(api.aPartner().text("id"), "2027-01-01") + "]}";

        Answer appointed = put(path, "\"1\"", next);

        assertThat(appointed.status()).isEqualTo(200);
        assertThat(appointed.header("ETag")).isEqualTo("\"2\"");
        assertThat(appointed.body().path("coChairs")).hasSize(1);
        assertThat(put(path, "\"1\"", next).status()).isEqualTo(412);
        assertThat(topics.await(made.text("id"), 2))
                .extracting(record -> KafkaMessageFactory.createReader(record.headers(), record.value())
                        .toEvent()
                        .getType())
                .containsExactly("org.waymark.action-group.created.v1", "org.waymark.action-group.changed.v1");
    }

    @Test
    void renames_a_group() {
        String path = create("Supply Chains", "").header("Location");

        Answer renamed = api.patch(api.secretariat(), path, "\"1\"", "{\"name\":\"Fair Supply Chains\"}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(api.get(path).text("name")).isEqualTo("Fair Supply Chains");
    }

    @Test
    void names_the_co_chair_that_is_wrong() {
        String known = api.aPartner().text("id");
        String unknown = UUID.randomUUID().toString();

        assertThat(PartnersIT.fields(create("G", term(known, "2026-01-01") + "," + term(unknown, "2026-01-01"))))
                .containsExactly("coChairs[1].partnerId");
        assertThat(PartnersIT.fields(create("G", term(known, "2026-01-02", "2026-01-01"))))
                .containsExactly("coChairs[0].to");
        assertThat(PartnersIT.fields(create("G", "{\"partnerId\":\"" + known + "\"}")))
                .containsExactly("coChairs[0].from");
        assertThat(PartnersIT.fields(create("G", term("no-uuid", "2026-01-01"))))
                .containsExactly("coChairs[0].partnerId");
        assertThat(PartnersIT.fields(create("G", term(known, "tomorrow")))).containsExactly("coChairs[0].from");
        assertThat(PartnersIT.fields(create(" ", ""))).containsExactly("name");
    }

    @Test
    void refuses_unknown_co_chairs_in_the_list_too() {
        String path = create("Supply Chains", "").header("Location") + "/co-chairs";

        Answer refused =
                put(path, "*", "{\"coChairs\":[" + term(UUID.randomUUID().toString(), "2026-01-01") + "]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PartnersIT.fields(refused)).containsExactly("coChairs[0].partnerId");
    }

    @Test
    void is_changed_by_the_secretariat_alone() {
        Answer partner = api.aPartner();
        String path = create("Supply Chains", "").header("Location");
        String token = api.token(api.aClient(partner.text("id"), "partner", "co-chair"));

        assertThat(api.post(token, "/api/action-groups", "{\"name\":\"Mine\"}").status())
                .isEqualTo(403);
        assertThat(api.patch(token, path, "*", "{\"name\":\"Mine\"}").status()).isEqualTo(403);
        assertThat(api.send("PATCH", path, "{\"name\":\"Mine\"}").status()).isEqualTo(401);
        assertThat(api.patch(api.secretariat(), "/api/action-groups/none", "*", "{\"name\":\"Mine\"}")
                        .status())
                .isEqualTo(404);
    }

    private Answer create(String name, String terms) {
        return api.post(
                api.secretariat(), "/api/action-groups", "{\"name\":\"%s\",\"coChairs\":[%s]}".formatted(name, terms));
    }

    private Answer put(String path, String ifMatch, String body) {
        return api.send("PUT", path, body, "Authorization", "Bearer " + api.secretariat(), "If-Match", ifMatch);
    }

    private static String term(String partnerId, String from) {
        return "{\"partnerId\":\"%s\",\"from\":\"%s\"}".formatted(partnerId, from);
    }

    private static String term(String partnerId, String from, String to) {
        return "{\"partnerId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(partnerId, from, to);
    }

    @Test
    void has_workstreams_with_a_plan_for_each_year() {
        String path = create("Supply Chains", "").header("Location");
        String body = """
                {"workstreams":[{"id":"due-diligence","name":"Due diligence","plans":[
                  {"year":2026,"title":"Model clauses"},
                  {"year":2027,"title":"Grievance mechanisms","url":"https://example.org/plans/2027"}]},
                 {"id":"data","name":"Data"}]}""";

        Answer organized = put(path + "/workstreams", "\"1\"", body);

        assertThat(organized.status()).isEqualTo(200);
        assertThat(api.get(path).body().at("/workstreams/0/plans/1/url").asString())
                .isEqualTo("https://example.org/plans/2027");
        assertThat(api.get(path).body().at("/workstreams/1/plans")).isEmpty();
        assertThat(put(path + "/workstreams", "\"1\"", body).status()).isEqualTo(412);
        assertThat(api.patch(api.secretariat(), path, "*", "{\"seats\":1}")
                        .body()
                        .path("workstreams"))
                .hasSize(2);
    }

    @Test
    void names_what_is_wrong_with_a_workstream() {
        String path = create("Supply Chains", "").header("Location") + "/workstreams";

        assertThat(PartnersIT.fields(put(path, "*", "{\"workstreams\":[{\"id\":\"Data!\",\"name\":\"Data\"}]}")))
                .containsExactly("workstreams[0].id");
        assertThat(PartnersIT.fields(put(
                        path,
                        "*",
                        "{\"workstreams\":[{\"id\":\"a\",\"name\":\"A\",\"plans\":[{\"year\":26,\"title\":\"T\"}]}]}")))
                .containsExactly("workstreams[0].plans[0].year");
        assertThat(PartnersIT.fields(put(
                        path,
                        "*",
                        "{\"workstreams\":[{\"id\":\"a\",\"name\":\"A\",\"plans\":"
                                + "[{\"year\":2026,\"title\":\"T\",\"url\":\"javascript:alert(1)\"}]}]}")))
                .containsExactly("workstreams[0].plans[0].url");
    }

    @Test
    void shows_a_vacant_seat_on_the_day_asked_for() {
        String leading = api.aPartner().text("id");
        String path = create("Supply Chains", term(leading, "2026-01-01", "2026-06-30"))
                .header("Location");

        Answer during = api.get(path + "/seats?on=2026-06-30");
        Answer after = api.get(path + "/seats?on=2026-07-01");

        assertThat(during.body().path("vacant").asInt()).isEqualTo(1);
        assertThat(during.body().at("/coChairs/0").asString()).isEqualTo(leading);
        assertThat(after.body().path("vacant").asInt()).isEqualTo(2);
        assertThat(api.get(path + "/seats").body().path("seats").asInt()).isEqualTo(2);
        assertThat(api.get(path + "/seats?on=soon").status()).isEqualTo(400);
    }
}
