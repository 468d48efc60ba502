package org.waymark.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.waymark.platform.Caller;
import org.waymark.platform.SecurityDefaults;

/**
 * Who may do what here. Everybody reads what is published. Whoever writes has the role partner and does so for the organization its token names:
 * a commitment is changed by its lead partner, updated by its lead and supporting partners (the domain decides, and
 * answers 404 to others), and by nobody whose organization is recorded as suspended or withdrawn. The secretariat alone
 * imports for others; a partner imports what it has published itself.
 */
@Configuration
class Rights {

    private static final AuthorizationManager<RequestAuthorizationContext> BY_A_PARTNER = (authentication, request) ->
            new AuthorizationDecision(Caller.current().has("partner"));

    @Bean
    SecurityFilterChain httpRights(HttpSecurity http, SecurityDefaults defaults) {
        return defaults.chain(http, requests -> {
            SecurityDefaults.readable(requests, "/", "/board/**", "/assets/**", "/favicon.ico");
            SecurityDefaults.readable(
                    requests, "/api/commitments/**", "/api/dashboard/**", "/api/imports/template.csv");
            requests.requestMatchers("/api/commitments/**").access(BY_A_PARTNER);
            requests.requestMatchers(HttpMethod.POST, "/api/imports").authenticated();
        });
    }
}
