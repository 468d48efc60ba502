package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
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
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.waymark.partner.access.Access;
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

    /** Generated secrets have 256 random bits, so the strength here guards those that people choose. */
    @Bean
    PasswordEncoder secretHash() {
        return new BCryptPasswordEncoder(10);
    }

    @Bean
    JWKSource<SecurityContext> signingKey(MongoDatabase database, Clock clock) {
        return new ImmutableJWKSet<>(new JWKSet(new SigningKeys(database, clock).current()));
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

    /** The same checks as in the other services, with the key at hand instead of one fetched from here. */
    @Bean
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> key, Access access, @Value("${waymark.security.issuer}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(key).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                new JwtIssuerValidator(issuer), new JwtAudienceValidator(AUDIENCE), access));
        return decoder;
    }
}
