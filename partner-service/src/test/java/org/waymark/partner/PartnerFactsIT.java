package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.testing.StoreRules;

/** How a partner shows itself, and where it stands. */
@RunningService
class PartnerFactsIT {

    private static final String FACTS = """
            {"name":"Example Trust","names":{"fr":"Fonds","ES":"Fondo"},"logo":"https://example.org/logo.svg",
             "website":"https://example.org","orgId":"%s"}""";

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void keeps_names_by_language_logo_and_web_site() {
        String body = FACTS.formatted("XE-EXAMPLE-" + UUID.randomUUID());

        Answer made = api.post(api.secretariat(), "/api/partners", body);
        Answer again = api.post(api.secretariat(), "/api/partners", body);
        Answer other = api.post(api.secretariat(), "/api/partners", body.replace("Fonds", "Fond"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("names").toString()).isEqualTo("{\"es\":\"Fondo\",\"fr\":\"Fonds\"}");
        assertThat(made.text("logo")).isEqualTo("https://example.org/logo.svg");
        assertThat(made.text("website")).isEqualTo("https://example.org");
        assertThat(api.get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(new String(topics.await(made.text("id"), 1).getFirst().value(), StandardCharsets.UTF_8))
                .contains("\"names\":{\"es\":\"Fondo\",\"fr\":\"Fonds\"}", "\"website\":\"https://example.org\"");
    }

    @Test
    void lets_a_partner_change_how_it_shows_itself() {
        Answer made = api.post(api.secretariat(), "/api/partners", FACTS.formatted("XE-EXAMPLE-" + UUID.randomUUID()));
        String path = made.header("Location");
        String token = api.token(api.aClient(made.text("id"), "partner"));

        Answer changed = api.patch(token, path, "*", "{\"names\":{\"fr\":null,\"de\":\"Stiftung\"},\"logo\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("names").toString()).isEqualTo("{\"de\":\"Stiftung\",\"es\":\"Fondo\"}");
        assertThat(changed.body().has("logo")).isFalse();
        assertThat(changed.text("website")).isEqualTo("https://example.org");
        assertThat(api.patch(token, path, "*", "{\"names\":null}").body().has("names"))
                .isFalse();
        assertThat(PartnersIT.fields(api.patch(token, path, "*", "{\"names\":{\"english language\":\"x\"}}")))
                .containsExactly("names");
        assertThat(PartnersIT.fields(api.patch(token, path, "*", "{\"website\":\"http://example.org\"}")))
                .containsExactly("website");
    }

    @Test
    void keeps_the_reason_while_a_partner_takes_no_part() {
        String path = api.aPartner().header("Location");

        Answer suspended = status(path, "{\"status\":\"suspended\",\"statusReason\":\"under-review\"}");
        Answer renamed = status(path, "{\"name\":\"Example Fund\"}");
        Answer active = status(path, "{\"status\":\"active\"}");
        Answer withdrawn = status(path, "{\"status\":\"withdrawn\"}");

        assertThat(suspended.text("statusReason")).isEqualTo("under-review");
        assertThat(renamed.text("statusReason")).isEqualTo("under-review");
        assertThat(active.status()).isEqualTo(200);
        assertThat(active.body().has("statusReason")).isFalse();
        assertThat(withdrawn.text("statusReason")).isEqualTo("not-stated");
        assertThat(api.get(path).body()).isEqualTo(withdrawn.body());
    }

    @Test
    void refuses_what_cannot_follow() {
        String path = api.aPartner().header("Location");
        status(path, "{\"status\":\"withdrawn\"}");

        Answer refused = status(path, "{\"status\":\"suspended\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("status-cannot-follow");
        assertThat(PartnersIT.fields(status(path, "{\"statusReason\":\"merged\"}")))
                .containsExactly("statusReason");
        assertThat(PartnersIT.fields(status(path, "{\"status\":\"active\",\"statusReason\":\"inactive\"}")))
                .containsExactly("statusReason");
    }

    @Test
    void is_described_with_all_that_can_be_done_with_it() {
        assertThat(api.get("/v3/api-docs").body().path("paths").propertyNames())
                .contains("/api/partners/{id}/merge", "/api/partners/{partnerId}/contacts", "/api/partners/imports");
    }

    private Answer status(String path, String body) {
        return api.patch(api.secretariat(), path, "*", body);
    }
}
