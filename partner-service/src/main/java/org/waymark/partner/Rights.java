package org.waymark.partner;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.edge.SecurityDefaults;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.Research;

/**
 * Who may do what. Anybody reads partners, action groups, Pathfinder Countries and the research agenda; the secretariat
 * does everything; a partner changes how it is called, its time zone, logo and web site, and shares questions and
 * practices, which it alone changes. What the path alone decides stands in the chain, the rest in the functions below it.
 */
@Configuration(proxyBeanMethods = false)
public class Rights {

    public static final String SECRETARIAT = "secretariat";
    public static final String PARTNER = "partner";

    private static final AuthorizationManager<RequestAuthorizationContext> BY_THE_SECRETARIAT =
            (authentication, request) -> new AuthorizationDecision(isSecretariat(Caller.current()));

    private static final AuthorizationManager<RequestAuthorizationContext> BY_WHO_SHARES =
            (authentication, request) -> new AuthorizationDecision(
                    isSecretariat(Caller.current()) || Caller.current().has(PARTNER));

    @Bean
    SecurityFilterChain api(HttpSecurity http, SecurityDefaults defaults) {
        return defaults.chain(http, requests -> {
            SecurityDefaults.readable(
                    requests,
                    "/api/partners",
                    "/api/partners/{id}",
                    "/api/action-groups",
                    "/api/action-groups/{id}",
                    "/api/action-groups/{id}/seats",
                    "/api/pathfinder-countries",
                    "/api/pathfinder-countries/{country}",
                    "/api/research-questions",
                    "/api/research-questions/{id}",
                    "/api/practices",
                    "/api/practices/{id}");
            requests.requestMatchers(
                            HttpMethod.POST, "/api/partners", "/api/partners/imports", "/api/partners/{id}/merge")
                    .access(BY_THE_SECRETARIAT);
            requests.requestMatchers(
                            "/api/partners/{id}", "/api/partners/{id}/clients/**", "/api/partners/{id}/contacts")
                    .authenticated();
            requests.requestMatchers("/api/audit").access(BY_THE_SECRETARIAT);
            requests.requestMatchers("/api/research-questions/**", "/api/practices/**")
                    .access(BY_WHO_SHARES);
            requests.requestMatchers("/api/action-groups/**", "/api/pathfinder-countries/**")
                    .access(BY_THE_SECRETARIAT);
        });
    }

    /** @throws Problem 404 for another's partner, 403 for one's own without the role */
    public static void mayChangePartner(Caller caller, String partnerId) {
        if (!isSecretariat(caller)) {
            isOwn(caller, partnerId);
            caller.require(PARTNER);
        }
    }

    /** @throws Problem 403 where the partner may not act (any more), or where only the secretariat changes such facts */
    public static void mayBecome(Caller caller, Partner before, Partner wanted) {
        if (isSecretariat(caller)) {
            return;
        }
        requireActing(before);
        if (!before.standing().equals(wanted.standing())
                || before.type() != wanted.type()
                || !Objects.equals(before.country(), wanted.country())) {
            throw Problem.forbidden(
                    "A partner changes its names, acronym, time zone, logo and web site; the rest is for the secretariat.");
        }
    }

    /** @throws Problem 404 for what another partner shares */
    public static void mayChangeResearch(Caller caller, Research shared) {
        boolean isOwn =
                shared.by() != null && shared.by().toString().equals(caller.organization()) && caller.has(PARTNER);
        if (!isSecretariat(caller) && !isOwn) {
            throw Problem.notFound("question or practice");
        }
    }

    /** @throws Problem 404 for another's clients, 403 for one's own: credentials are given out by the secretariat */
    public static void mayManageClients(Caller caller, String partnerId) {
        if (!isSecretariat(caller)) {
            isOwn(caller, partnerId);
            caller.require(SECRETARIAT);
        }
    }

    /** @throws Problem 404 for another's contacts */
    public static void mayReadContacts(Caller caller, String partnerId) {
        if (!isSecretariat(caller)) {
            isOwn(caller, partnerId);
        }
    }

    /** @throws Problem 404 for another's contacts, 403 for one's own without the role or where it may not act (any more) */
    public static void mayChangeContacts(Caller caller, String partnerId, Partner partner) {
        mayChangePartner(caller, partnerId);
        if (!isSecretariat(caller)) {
            requireActing(partner);
        }
    }

    /** @throws Problem 403 for a partner that is suspended, withdrawn or merged */
    public static void requireActing(Partner partner) {
        if (!partner.status().mayAct()) {
            throw Problem.forbidden("Your organization is " + partner.status().word() + ". Ask the secretariat.");
        }
    }

    private static void isOwn(Caller caller, String partnerId) {
        if (!partnerId.equals(caller.organization())) {
            throw Problem.notFound("partner");
        }
    }

    private static boolean isSecretariat(Caller caller) {
        return caller.has(SECRETARIAT);
    }
}
