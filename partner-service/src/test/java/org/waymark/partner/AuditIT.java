package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.partner.Api.Credentials;
import org.waymark.testing.StoreRules;
import tools.jackson.databind.JsonNode;

@RunningService
class AuditIT {

    @Autowired
    Api api;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void tells_who_asked_for_which_change_and_what_came_of_it() {
        String partner = api.aPartner().text("id");
        Credentials own = api.aClient(partner, "partner");
        api.patch(api.token(own), "/api/partners/" + partner, "\"1\"", "{\"name\":\"Renamed\"}");
        api.patch(api.secretariat(), "/api/partners/" + partner, "\"1\"", "{\"name\":\"Late\"}");

        JsonNode rows = about(partner);

        assertThat(rows).hasSize(4);
        assertThat(row(rows, 0)).isEqualTo("secretariat PATCH /api/partners/" + partner + " 412 null");
        assertThat(row(rows, 1)).isEqualTo(own.clientId() + " PATCH /api/partners/" + partner + " 200 \"2\"");
        assertThat(rows.get(1).path("organization").asString()).isEqualTo(partner);
        assertThat(row(rows, 2)).isEqualTo("secretariat POST /api/partners/" + partner + "/clients 201 null");
        assertThat(row(rows, 3)).isEqualTo("secretariat POST /api/partners 201 \"1\"");
    }

    @Test
    void goes_on_from_a_page_to_the_next() {
        String partner = api.aPartner().text("id");
        api.aClient(partner, "partner");

        Answer first = audit("?limit=1&about=" + partner);
        Answer second = audit("?limit=1&about=" + partner + "&cursor=" + first.text("next"));

        assertThat(first.body().at("/items/0/path").asString()).endsWith("/clients");
        assertThat(second.body().at("/items/0/path").asString()).isEqualTo("/api/partners");
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(audit("?limit=0").status()).isEqualTo(400);
    }

    @Test
    void keeps_no_body_and_no_secret() {
        String partner = api.aPartner().text("id");
        Credentials added = api.aClient(partner, "partner");

        assertThat(about(partner).toString())
                .doesNotContain(added.clientSecret())
                .doesNotContain("Example Trust");
    }

    @Test
    void is_read_by_the_secretariat_alone() {
        String token = api.token(api.aClient(api.aPartner().text("id"), "partner", "co-chair", "observer"));

        assertThat(api.get("/api/audit", "Authorization", "Bearer " + token).status())
                .isEqualTo(403);
        assertThat(api.get("/api/audit").status()).isEqualTo(401);
    }

    private Answer audit(String query) {
        return api.get("/api/audit" + query, "Authorization", "Bearer " + api.secretariat());
    }

    private JsonNode about(String id) {
        return audit("?about=" + id).body().path("items");
    }

    private static String row(JsonNode rows, int index) {
        JsonNode row = rows.get(index);
        return "%s %s %s %d %s"
                .formatted(
                        row.path("by").asString(),
                        row.path("method").asString(),
                        row.path("path").asString(),
                        row.path("status").asInt(),
                        row.path("etag").isMissingNode()
                                ? null
                                : row.path("etag").asString());
    }
}
