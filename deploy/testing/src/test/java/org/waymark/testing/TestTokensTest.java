package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestTokensTest {

    private final JwtDecoder decoder = decoder();

    @Test
    void signs_what_a_resource_server_accepts() {
        Jwt token = decoder.decode(TestTokens.token("iom-client", "iom", "partner", "co-chair"));

        assertThat(token.getSubject()).isEqualTo("iom-client");
        assertThat(token.getAudience()).containsExactly("waymark");
        assertThat(token.getClaimAsString("org")).isEqualTo("iom");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("partner", "co-chair");
        assertThat(token.getId()).isNotBlank();
    }

    @Test
    void leaves_the_organization_out_of_a_token_without_one() {
        Jwt token = decoder.decode(TestTokens.token("secretariat", null, "secretariat"));

        assertThat(token.hasClaim("org")).isFalse();
    }

    @Test
    void an_expired_token_is_refused() {
        assertThatThrownBy(() -> decoder.decode(TestTokens.expiredToken("iom-client", "iom")))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("expired");
    }

    private static JwtDecoder decoder() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(TestTokens.jwkSetUri()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(TestTokens.issuer()));
        return decoder;
    }
}
