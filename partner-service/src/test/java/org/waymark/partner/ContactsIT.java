package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.testing.StoreRules;

@RunningService
class ContactsIT {

    private static final String CONTACTS = """
            {"contacts":[{"name":"Ada Example","email":"ada@example.org","phone":"+41 22 000 00 00","purpose":"reporting"},
             {"name":"Front desk","purpose":"anything else"}]}""";

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void are_kept_by_the_partner_itself_and_read_by_the_secretariat() {
        Answer partner = api.aPartner();
        String path = partner.header("Location") + "/contacts";
        String own = api.token(api.aClient(partner.text("id"), "partner"));

        Answer none = read(own, path);
        Answer put = put(own, path, "\"0\"", CONTACTS);

        assertThat(none.body().path("contacts").size()).isZero();
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        assertThat(read(api.secretariat(), path).body()).isEqualTo(put.body());
        assertThat(read(own, path).body().path("contacts").path(0).path("email").asString())
                .isEqualTo("ada@example.org");
        assertThat(put(api.secretariat(), path, "\"1\"", "{\"contacts\":[]}").status())
                .isEqualTo(200);
    }

    @Test
    void are_shown_to_nobody_else() {
        Answer partner = api.aPartner();
        String path = partner.header("Location") + "/contacts";
        String other = api.token(api.aClient(api.aPartner().text("id"), "partner", "co-chair"));
        String observer = api.token(api.aClient(partner.text("id"), "observer"));

        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(read(other, path).status()).isEqualTo(404);
        assertThat(put(other, path, "*", CONTACTS).status()).isEqualTo(404);
        assertThat(read(observer, path).status()).isEqualTo(200);
        assertThat(put(observer, path, "*", CONTACTS).status()).isEqualTo(403);
        assertThat(read(api.secretariat(), "/api/partners/" + UUID.randomUUID() + "/contacts")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void are_changed_only_as_they_were_read() {
        String path = api.aPartner().header("Location") + "/contacts";
        String token = api.secretariat();

        assertThat(api.send("PUT", path, CONTACTS, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(428);
        assertThat(put(token, path, "\"0\"", CONTACTS).status()).isEqualTo(200);
        assertThat(put(token, path, "\"0\"", CONTACTS).status()).isEqualTo(412);
        assertThat(put(token, path, "*", CONTACTS).header("ETag")).isEqualTo("\"1\"");
        assertThat(put(token, path, "*", "{\"contacts\":[]}").header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void name_the_fields_that_are_wrong() {
        String path = api.aPartner().header("Location") + "/contacts";

        Answer refused = put(
                api.secretariat(),
                path,
                "*",
                "{\"contacts\":[{\"name\":\" \",\"email\":\"nobody\",\"phone\":\"call me\",\"purpose\":\"x\"}]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PartnersIT.fields(refused))
                .containsExactlyInAnyOrder("contacts[0].name", "contacts[0].email", "contacts[0].phone");
    }

    @Test
    void are_no_longer_changed_by_a_partner_that_is_suspended() {
        Answer partner = api.aPartner();
        String own = api.token(api.aClient(partner.text("id"), "partner"));
        api.patch(api.secretariat(), partner.header("Location"), "*", "{\"status\":\"suspended\"}");

        assertThat(put(own, partner.header("Location") + "/contacts", "*", CONTACTS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void are_in_no_event() {
        Answer partner = api.aPartner();

        put(api.secretariat(), partner.header("Location") + "/contacts", "*", CONTACTS);
        api.patch(api.secretariat(), partner.header("Location"), "*", "{\"name\":\"Example Fund\"}");

        assertThat(topics.await(partner.text("id"), 2))
                .hasSize(2)
                .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .doesNotContain("Ada", "example.org", "+41"));
    }

    private Answer read(String token, String path) {
        return api.get(path, "Authorization", "Bearer " + token);
    }

    private Answer put(String token, String path, String ifMatch, String body) {
        return api.send("PUT", path, body, "Authorization", "Bearer " + token, "If-Match", ifMatch);
    }
}
