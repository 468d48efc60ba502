package org.waymark.edge;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * What holds for every service's API: bearer tokens, no session, no CORS, limits. Each service names its own public paths;
 * whatever nobody named is denied.
 */
public final class SecurityDefaults {

    private final ProblemWriter problems;
    private final RateLimit rateLimit;
    private final IssuerClaims claims;

    SecurityDefaults(ProblemWriter problems, RateLimit rateLimit, IssuerClaims claims) {
        this.problems = problems;
        this.rateLimit = rateLimit;
        this.claims = claims;
    }

    /** Builds the chain; {@code rights} is the service's own list, read after what is public everywhere. */
    public SecurityFilterChain chain(
            HttpSecurity http,
            Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                    rights) {
        SecurityFilterChain chain = http.sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie carries a right here
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(rateLimit.before(problems))
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(claims)))
                .addFilterAfter(rateLimit, BearerTokenAuthenticationFilter.class)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> {
                    readable(
                            requests,
                            "/actuator/health/**",
                            "/actuator/prometheus",
                            "/v3/api-docs",
                            "/v3/api-docs.yaml");
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers("/api/operations/**").authenticated();
                    rights.customize(requests);
                    requests.anyRequest().denyAll();
                })
                .build();
        // It would answer everybody, before any of the rights above, and of tokens that are not in use here.
        chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
        return chain;
    }

    /** For a chain of the service's own in which nobody is known yet: what one address may ask is limited. */
    public HttpSecurity limited(HttpSecurity http) {
        return http.addFilterAfter(rateLimit, SecurityContextHolderFilter.class);
    }

    /** Lets everybody read these paths; whoever may GET a page may ask for its head. */
    public static void readable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String... paths) {
        requests.requestMatchers(HttpMethod.GET, paths).permitAll();
        requests.requestMatchers(HttpMethod.HEAD, paths).permitAll();
    }
}
