package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.testing.TestTokens;

/** An issuer that words its tokens as Keycloak does has taken the place of the built-in one. */
@RunningService
@TestPropertySource(
        properties = {
            "waymark.security.built-in-issuer=false",
            "waymark.security.claims.organization=tenant",
            "waymark.security.claims.roles=realm_access.roles"
        })
class AnotherIssuerIT {

    @Autowired
    Api api;

    @Test
    void takes_its_tokens_by_the_claims_that_are_configured() {
        String secretariat = saying("sam", Map.of("realm_access", Map.of("roles", List.of("secretariat"))));
        String id = api.post(secretariat, "/api/partners", Api.aPartnerBody("XX-another-issuer"))
                .text("id");
        String own = saying("ana", Map.of("tenant", id, "realm_access", Map.of("roles", List.of("partner"))));
        String other = saying("bob", Map.of("tenant", "other", "realm_access", Map.of("roles", List.of("partner"))));
        String path = "/api/partners/" + id;

        assertThat(api.patch(own, path, "*", "{\"name\":\"Renamed\"}").status()).isEqualTo(200);
        assertThat(api.patch(other, path, "*", "{\"name\":\"Renamed\"}").status())
                .isEqualTo(404);
    }

    @Test
    void gives_nothing_for_what_it_says_under_the_usual_names() {
        String usual = TestTokens.token("sam", null, "secretariat");

        assertThat(api.post(usual, "/api/partners", Api.aPartnerBody("XX-usual-names"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void issues_nothing_itself() {
        assertThat(List.of("/oauth2/token", "/oauth2/authorize", "/sign-in", "/userinfo"))
                .allSatisfy(path ->
                        assertThat(api.send("POST", path, "x=1").status()).isEqualTo(401));
        String secretariat = saying("sam", Map.of("realm_access", Map.of("roles", List.of("secretariat"))));
        assertThat(api.post(secretariat, "/api/partners/x/clients", "{}").status())
                .isEqualTo(404);
    }

    private static String saying(String subject, Map<String, Object> claims) {
        return TestTokens.tokenSaying(subject, claims);
    }
}
