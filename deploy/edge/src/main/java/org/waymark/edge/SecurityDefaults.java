package org.waymark.edge;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What holds for every service's API: bearer tokens, no session, no CORS, a content security policy without inline
 * script. Each service names its own public paths; whatever nobody named is denied.
 */
public final class SecurityDefaults {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final ProblemWriter problems;

    private final IssuerClaims claims;

    SecurityDefaults(ProblemWriter problems, IssuerClaims claims) {
        this.problems = problems;
        this.claims = claims;
    }

    /** Builds the chain; {@code rights} is the service's own list, read after what is public everywhere. */
    public SecurityFilterChain chain(
            HttpSecurity http,
            Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                    rights) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie carries a right here
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(claims)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> {
                    readable(
                            requests,
                            "/actuator/health/**",
                            "/actuator/prometheus",
                            "/v3/api-docs",
                            "/v3/api-docs.yaml");
                    requests.requestMatchers("/error").permitAll();
                    requests.requestMatchers("/api/operations/**").authenticated();
                    rights.customize(requests);
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    /** Lets everybody read these paths; whoever may GET a page may ask for its head. */
    public static void readable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String... paths) {
        requests.requestMatchers(HttpMethod.GET, paths).permitAll();
        requests.requestMatchers(HttpMethod.HEAD, paths).permitAll();
    }
}
