package org.waymark.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.waymark.edge.Caller;
import org.waymark.edge.SecurityDefaults;

/**
 * Who may do what here.
 *
 * <table>
 *   <caption>The rights</caption>
 *   <tr><th>who</th><th>does</th></tr>
 *   <tr><td>everybody</td><td>reads what is published: commitments, updates, history, dashboard</td></tr>
 *   <tr><td>lead partner</td><td>plans: revises, adds, reschedules, cancels, starts, withdraws</td></tr>
 *   <tr><td>lead and supporting partners</td><td>report, answer a return, correct, keep drafts and files</td></tr>
 *   <tr><td>co-chair of its group, during its term</td><td>endorses, overrides the health, verifies and returns updates
 *   of other organizations than its own</td></tr>
 *   <tr><td>lead partner or co-chair</td><td>complete, suspend, resume, record a milestone as missed</td></tr>
 *   <tr><td>secretariat</td><td>imports for others; a partner imports what it has published itself, as submitted
 *   </td></tr>
 *   <tr><td>secretariat, and co-chairs of the groups concerned</td><td>see open alerts; to other callers with a token
 *   there are none</td></tr>
 *   <tr><td>suspended or withdrawn organization</td><td>reads like everybody</td></tr>
 * </table>
 *
 * <p>Writers act for the organization their token names. The domain decides whose say it is and answers 404 to whoever
 * has no part in a commitment; who chairs a group the directory and the clock say. Whom a file of evidence is shown to
 * EvidenceReading decides.
 */
@Configuration
class Rights {

    private static final AuthorizationManager<RequestAuthorizationContext> BY_A_PARTNER =
            (authentication, request) -> new AuthorizationDecision(
                    Caller.current().has("partner") || Caller.current().has("co-chair"));

    private static final AuthorizationManager<RequestAuthorizationContext> BY_AN_IMPORTER =
            (authentication, request) -> new AuthorizationDecision(
                    Caller.current().has("partner") || Caller.current().has("secretariat"));

    @Bean
    SecurityFilterChain httpRights(HttpSecurity http, SecurityDefaults defaults) {
        return defaults.chain(http, requests -> {
            SecurityDefaults.readable(requests, "/", "/board/**", "/assets/**", "/favicon.ico");
            requests.requestMatchers("/api/dashboard/alerts").authenticated(); // alerts are never public
            requests.requestMatchers("/api/commitments/*/updates/template").authenticated(); // of one's own updates
            SecurityDefaults.readable(
                    requests, "/api/commitments/**", "/api/dashboard/**", "/api/feed", "/api/imports/template.csv");
            SecurityDefaults.readable(requests, "/api/evidence/*"); // whom it shows a file to, it decides by the file
            requests.requestMatchers("/api/commitments/**", "/api/drafts/**", "/api/evidence/**")
                    .access(BY_A_PARTNER);
            requests.requestMatchers(HttpMethod.POST, "/api/imports").access(BY_AN_IMPORTER);
        });
    }
}
