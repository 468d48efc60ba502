package org.waymark.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.waymark.platform.SecurityDefaults;

/**
 * Who may do what here. Everybody reads what is published. Whoever writes does so for the organization its token names:
 * a commitment is changed by its lead partner, updated by its lead and supporting partners (the domain decides, and
 * answers 404 to others), and by nobody whose organization is recorded as suspended or withdrawn. The secretariat alone
 * imports for others; a partner imports what it has published itself.
 */
@Configuration
class Rights {

    @Bean
    SecurityFilterChain httpRights(HttpSecurity http, SecurityDefaults defaults) {
        return defaults.chain(http, requests -> {
            SecurityDefaults.readable(requests, "/", "/board/**", "/assets/**", "/favicon.ico");
            SecurityDefaults.readable(requests, "/api/commitments/**", "/api/dashboard/**");
            requests.requestMatchers("/api/commitments/**").authenticated();
            requests.requestMatchers(HttpMethod.POST, "/api/imports").authenticated();
        });
    }
}
