package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.waymark.partner.Api.Answer;
import org.waymark.partner.Api.Credentials;
import org.waymark.testing.StoreRules;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

@RunningService
class SignInIT {

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @Autowired
    JwtDecoder decoder;

    @Value("${waymark.security.issuer}")
    String issuer;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void gives_the_secretariat_a_token_for_ten_minutes() throws Exception {
        Answer answer = api.tokenAnswer(new Credentials("secretariat", RunningService.SECRET));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        JWTClaimsSet claims = SignedJWT.parse(answer.text("access_token")).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getAudience()).containsExactly("waymark");
        assertThat(claims.getSubject()).isEqualTo("secretariat");
        assertThat(claims.getStringListClaim("roles")).containsExactly("secretariat");
        assertThat(claims.getClaim("org")).isNull();
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(600_000);
    }

    @Test
    void names_the_partner_in_the_token_of_its_client() throws Exception {
        String partnerId = api.aPartner().text("id");

        Credentials client = api.aClient(partnerId, "partner", "co-chair");

        JWTClaimsSet claims = SignedJWT.parse(api.token(client)).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(client.clientId());
        assertThat(claims.getStringClaim("org")).isEqualTo(partnerId);
        assertThat(claims.getStringListClaim("roles")).containsExactly("partner", "co-chair");
    }

    @Test
    void signs_with_the_key_it_publishes() throws Exception {
        JWKSet keys = JWKSet.parse(api.get("/oauth2/jwks").response().body());
        SignedJWT token = SignedJWT.parse(api.secretariat());

        assertThat(keys.getKeys()).noneMatch(JWK::isPrivate);
        JWK signing = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(signing.toRSAKey()))).isTrue();
    }

    @Test
    void accepts_the_secret_in_the_form_too() {
        Answer answer = api.send(
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials&client_id=secretariat&client_secret=" + RunningService.SECRET,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refuses_a_wrong_secret_and_an_unknown_client_alike() {
        List<Answer> answers = List.of(
                api.tokenAnswer(new Credentials("secretariat", "a-guess-of-some-length")),
                api.tokenAnswer(new Credentials("nobody", "a-guess-of-some-length")));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("error")).isEqualTo("invalid_client");
        });
    }

    @Test
    void shows_a_secret_once() {
        String partnerId = api.aPartner().text("id");
        Answer added =
                api.post(api.secretariat(), clients(partnerId), "{\"name\":\"importer\",\"roles\":[\"partner\"]}");

        Answer listed = api.get(clients(partnerId), "Authorization", "Bearer " + api.secretariat());

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(clients(partnerId) + "/" + added.text("clientId"));
        assertThat(added.header("Cache-Control")).contains("no-store");
        assertThat(listed.body().path("items").get(0).path("clientId").asString())
                .isEqualTo(added.text("clientId"));
        assertThat(listed.response().body()).doesNotContain(added.text("clientSecret"), "clientSecret", "ash");
    }

    @Test
    void takes_two_secrets_while_one_replaces_the_other() {
        String partnerId = api.aPartner().text("id");
        Credentials client = api.aClient(partnerId, "partner");
        String secrets = clients(partnerId) + "/" + client.clientId() + "/secrets";

        Answer second = api.post(api.secretariat(), secrets, "");
        Answer third = api.post(api.secretariat(), secrets, "");
        Credentials renewed = new Credentials(client.clientId(), second.text("clientSecret"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(third.status()).isEqualTo(409);
        assertThat(List.of(client, renewed))
                .allSatisfy(each -> assertThat(api.tokenAnswer(each).status()).isEqualTo(200));
        assertThat(remove(secrets + "/" + firstSecret(partnerId)).status()).isEqualTo(204);
        assertThat(api.tokenAnswer(client).status()).isEqualTo(401);
        assertThat(api.tokenAnswer(renewed).status()).isEqualTo(200);
        assertThat(remove(secrets + "/" + second.text("secretId")).status()).isEqualTo(409);
        assertThat(remove(secrets + "/another").status()).isEqualTo(404);
    }

    @Test
    void says_when_each_secret_was_last_used() {
        String partnerId = api.aPartner().text("id");
        Credentials client = api.aClient(partnerId, "partner");
        JsonNode before = secret(partnerId, 0);

        api.post(api.secretariat(), clients(partnerId) + "/" + client.clientId() + "/secrets", "");
        api.token(client);

        assertThat(before.path("lastUsedAt").isMissingNode()).isTrue();
        assertThat(secret(partnerId, 0).path("lastUsedAt").asString()).isNotEmpty();
        assertThat(secret(partnerId, 1).path("lastUsedAt").isMissingNode()).isTrue();
    }

    @Test
    void gives_a_scope_to_the_client_that_has_it_and_asks() throws Exception {
        String partnerId = api.aPartner().text("id");
        Answer added = api.post(
                api.secretariat(),
                clients(partnerId),
                "{\"name\":\"mailer\",\"roles\":[\"partner\"],\"scopes\":[\"contacts:read\"]}");
        Credentials mailer = new Credentials(added.text("clientId"), added.text("clientSecret"));

        Answer asked = api.tokenAnswer(mailer, "&scope=contacts:read");
        Answer notGiven = api.tokenAnswer(api.aClient(partnerId, "partner"), "&scope=contacts:read");

        assertThat(SignedJWT.parse(asked.text("access_token")).getJWTClaimsSet().getStringListClaim("scope"))
                .containsExactly("contacts:read");
        assertThat(SignedJWT.parse(api.token(mailer)).getJWTClaimsSet().getClaim("scope"))
                .isNull();
        assertThat(notGiven.status()).isEqualTo(400);
        assertThat(notGiven.text("error")).isEqualTo("invalid_scope");
    }

    @Test
    void lets_only_the_secretariat_replace_the_signing_key() {
        String partner = api.token(api.aClient(api.aPartner().text("id"), "partner"));

        assertThat(api.post(partner, "/api/operations/signing-keys", "").status())
                .isEqualTo(403);
        assertThat(api.send("POST", "/api/operations/signing-keys", "").status())
                .isEqualTo(401);
    }

    @Test
    void publishes_the_next_key_beside_the_one_that_signs() throws Exception {
        String before = api.secretariat();

        Answer rotated = api.post(api.secretariat(), "/api/operations/signing-keys", "");

        assertThat(rotated.status()).isEqualTo(201);
        assertThat(JWKSet.parse(api.get("/oauth2/jwks").response().body()).getKeyByKeyId(rotated.text("keyId")))
                .isNotNull();
        assertThat(SignedJWT.parse(before).getHeader().getKeyID()).isNotEqualTo(rotated.text("keyId"));
        Answer listed = api.get("/api/operations/signing-keys", "Authorization", "Bearer " + before);
        assertThat(listed.response().body())
                .contains(SignedJWT.parse(before).getHeader().getKeyID(), rotated.text("keyId"))
                .doesNotContain("\"d\"");
    }

    @Test
    void gives_no_more_tokens_once_revoked() {
        String partnerId = api.aPartner().text("id");
        Credentials client = api.aClient(partnerId, "partner");
        String path = clients(partnerId) + "/" + client.clientId();
        String given = api.token(client);
        String renamed = "{\"name\":\"Renamed\"}";
        assertThat(api.patch(given, "/api/partners/" + partnerId, "*", renamed).status())
                .isEqualTo(200);

        Answer revoked = api.send("DELETE", path, null, "Authorization", "Bearer " + api.secretariat());
        Answer again = api.send("DELETE", path, null, "Authorization", "Bearer " + api.secretariat());

        assertThat(revoked.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(404);
        assertThat(api.tokenAnswer(client).status()).isEqualTo(401);
        assertThat(api.patch(given, "/api/partners/" + partnerId, "*", renamed).status())
                .isEqualTo(401);
        assertThat(topics.await(client.clientId(), 1)).hasSize(1);
    }

    @Test
    void gives_a_suspended_partner_no_token_and_takes_no_write() {
        String partner = "/api/partners/" + api.aPartner().text("id");
        Credentials client = api.aClient(partner.substring("/api/partners/".length()), "partner");
        String stillValid = api.token(client);

        api.patch(api.secretariat(), partner, "*", "{\"status\":\"suspended\"}");

        assertThat(api.tokenAnswer(client).status()).isEqualTo(401);
        assertThat(api.patch(stillValid, partner, "*", "{\"name\":\"New\"}").status())
                .isEqualTo(403);
        api.patch(api.secretariat(), partner, "*", "{\"status\":\"active\"}");
        assertThat(api.tokenAnswer(client).status()).isEqualTo(200);
    }

    @Test
    void lets_only_the_secretariat_give_out_clients() {
        String own = api.aPartner().text("id");
        String others = api.aPartner().text("id");
        String token = api.token(api.aClient(own, "partner"));
        String body = "{\"name\":\"importer\",\"roles\":[\"partner\"]}";

        assertThat(api.post(token, clients(own), body).status()).isEqualTo(403);
        assertThat(api.post(token, clients(others), body).status()).isEqualTo(404);
        assertThat(api.post(api.secretariat(), clients("nobody"), body).status())
                .isEqualTo(404);
        assertThat(api.send("POST", clients(own), body).status()).isEqualTo(401);
    }

    @Test
    void makes_no_secretariat_of_a_partner() {
        Answer refused = api.post(
                api.secretariat(),
                clients(api.aPartner().text("id")),
                "{\"name\":\"importer\",\"roles\":[\"secretariat\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .startsWith("roles[0]");
    }

    @Test
    void accepts_no_token_of_a_stranger_who_names_this_issuer() {
        String forged = TestTokens.token("secretariat", null, "secretariat");

        assertThat(api.post(forged, "/api/partners", "{}").status()).isEqualTo(401);
    }

    @Test
    void opens_no_other_endpoint_of_the_library() {
        assertThat(List.of(
                        "/userinfo",
                        "/connect/logout",
                        "/connect/register",
                        "/oauth2/introspect",
                        "/oauth2/revoke",
                        "/oauth2/device_authorization"))
                .allSatisfy(path ->
                        assertThat(api.send("POST", path, "x=1").status()).isEqualTo(401));
        assertThat(api.get("/v3/api-docs").status()).isEqualTo(200);
    }

    private Answer remove(String path) {
        return api.send("DELETE", path, null, "Authorization", "Bearer " + api.secretariat());
    }

    private String firstSecret(String partnerId) {
        return secret(partnerId, 0).path("id").asString();
    }

    private JsonNode secret(String partnerId, int index) {
        return api.get(clients(partnerId), "Authorization", "Bearer " + api.secretariat())
                .body()
                .path("items")
                .get(0)
                .path("secrets")
                .path(index);
    }

    private static String clients(String partnerId) {
        return "/api/partners/" + partnerId + "/clients";
    }

    @Test
    void answers_a_request_without_a_secret_as_the_specification_says() {
        Answer refused = api.send(
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(refused.status()).isEqualTo(401);
    }
}
