package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.waymark.edge.SecurityDefaults;
import org.waymark.partner.access.Access;
import org.waymark.partner.members.People;
import org.waymark.partner.partners.Partners;

/**
 * OAuth 2.0 for programs (client credentials, RFC 6749 section 4.4) and OpenID Connect for people (authorization code with
 * PKCE). The library knows more endpoints; this chain sees only these, and the last chain denies the rest.
 */
@BuiltInIssuer
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    static final String AUTHORIZE = "/oauth2/authorize";
    static final String AUDIENCE = "waymark";

    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** What the library would advertise, and this chain does not see. */
    private static final List<String> NOT_OFFERED = List.of(
            "introspection_endpoint",
            "introspection_endpoint_auth_methods_supported",
            "revocation_endpoint",
            "revocation_endpoint_auth_methods_supported",
            "device_authorization_endpoint",
            "pushed_authorization_request_endpoint",
            "end_session_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http,
            RegisteredClients clients,
            Authorizations authorizations,
            SessionFilter sessions,
            SecurityDefaults defaults,
            @Value("${waymark.security.issuer}") String issuer) {
        AuthorizationServerSettings settings = AuthorizationServerSettings.builder()
                .issuer(issuer)
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .build();
        return defaults.limited(http)
                .securityMatcher(AUTHORIZE, TOKEN, KEYS, DISCOVERY)
                .oauth2AuthorizationServer(server -> {
                    server.authorizationServerSettings(settings)
                            .registeredClientRepository(clients)
                            .authorizationService(authorizations)
                            .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                    endpoint -> endpoint.providerConfigurationCustomizer(
                                            said -> said.claims(AuthorizationServer::prune))));
                    keepsNoSession(server);
                })
                .addFilterAfter(sessions, SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // nothing here changes what stands; codes are bound by PKCE
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new SignInPages.Entry(), PathPatternRequestMatcher.pathPattern(AUTHORIZE))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), AnyRequestMatcher.INSTANCE))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static void prune(Map<String, Object> claims) {
        NOT_OFFERED.forEach(claims::remove);
        claims.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    }

    /** The library would note each sign-in in a session of this instance's memory. */
    private static void keepsNoSession(OAuth2AuthorizationServerConfigurer server) {
        server.addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationEndpointFilter>() {
            @Override
            public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
                filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
                return filter;
            }
        });
    }

    @Bean
    RegisteredClients registeredClients(Clients clients, Partners partners, SignInSettings settings) {
        return new RegisteredClients(clients, partners, settings);
    }

    @Bean
    Authorizations authorizations(MongoDatabase database, RegisteredClients clients, Clock clock) {
        return new Authorizations(database, clients, clock);
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
    TokenClaims tokenClaims(People people, Choices choices, Access access) {
        return new TokenClaims(people, choices, access);
    }

    /** The same checks as in the other services, with the keys at hand instead of ones fetched from here. */
    @Bean
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> keys, Access access, @Value("${waymark.security.issuer}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                new JwtIssuerValidator(issuer), new JwtAudienceValidator(AUDIENCE), access));
        return decoder;
    }
}
