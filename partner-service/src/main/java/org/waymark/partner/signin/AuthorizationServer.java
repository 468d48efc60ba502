package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.waymark.partner.partners.Partners;

/**
 * Client credentials (RFC 6749 section 4.4) at {@code /oauth2/token}, the public key at {@code /oauth2/jwks}. The
 * library knows more endpoints; this chain sees only these two, and the other chain denies the rest.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String AUDIENCE = "waymark";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http, Clients clients, Partners partners, @Value("${waymark.security.issuer}") String issuer) {
        AuthorizationServerSettings settings = AuthorizationServerSettings.builder()
                .issuer(issuer)
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .build();
        return http.securityMatcher(TOKEN, KEYS)
                .oauth2AuthorizationServer(server -> server.authorizationServerSettings(settings)
                        .registeredClientRepository(new RegisteredClients(clients, partners))
                        .authorizationService(new NothingKept()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // a client proves itself in each request, no cookie does
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    Clients clients(MongoDatabase database) {
        return new Clients(database);
    }

    @Bean
    ClientSecrets clientSecrets(Clients clients, Clock clock) {
        return new ClientSecrets(clients, clock);
    }

    @Bean
    SigningKeys signingKeys(MongoDatabase database, Clock clock, SigningKeySettings settings) {
        return new SigningKeys(database, clock, settings.rotateAfter());
    }

    /** What is published and what tokens are verified with. */
    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (selector, context) -> selector.select(new JWKSet(
                keys.published().stream().<JWK>map(SigningKeys.Key::jwk).toList()));
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder(
                (selector, context) -> selector.select(new JWKSet(keys.signing().jwk())));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            ClientSettings settings = context.getRegisteredClient().getClientSettings();
            List<String> roles = Objects.requireNonNull(settings.getSetting(RegisteredClients.ROLES));
            context.getClaims().audience(List.of(AUDIENCE)).claim("roles", roles);
            String organization = settings.getSetting(RegisteredClients.ORGANIZATION);
            if (organization != null) {
                context.getClaims().claim("org", organization);
            }
        };
    }

    /** The same checks as in the other services, with the keys at hand instead of ones fetched from here. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, @Value("${waymark.security.issuer}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                new JwtIssuerValidator(issuer), new JwtAudienceValidator(AUDIENCE)));
        return decoder;
    }
}
