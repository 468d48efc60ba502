package org.waymark.partner;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.waymark.partner.members.Person;

/**
 * Who may do what. Anybody reads partners and action groups; the secretariat does everything; a partner changes its own
 * name, acronym and time zone. What the path alone decides stands in the chain, the rest in the functions below it.
 */
@Configuration(proxyBeanMethods = false)
public class Rights {

    public static final String SECRETARIAT = "secretariat";
    public static final String PARTNER = "partner";

    private static final AuthorizationManager<RequestAuthorizationContext> BY_THE_SECRETARIAT =
            (authentication, request) -> new AuthorizationDecision(isSecretariat(Caller.current()));

    @Bean
    SecurityFilterChain api(HttpSecurity http, SecurityDefaults defaults) {
        return defaults.chain(http, requests -> {
            SecurityDefaults.readable(
                    requests, "/api/partners", "/api/partners/{id}", "/api/action-groups", "/api/action-groups/{id}");
            requests.requestMatchers(HttpMethod.POST, "/api/partners").access(BY_THE_SECRETARIAT);
            requests.requestMatchers(
                            "/api/partners/{id}",
                            "/api/partners/{id}/clients/**",
                            "/api/partners/{id}/members/**",
                            "/api/people/**",
                            "/userinfo")
                    .authenticated();
            requests.requestMatchers(HttpMethod.POST, "/api/password-links/{token}")
                    .permitAll(); // the link is the right
            requests.requestMatchers("/api/action-groups/**").access(BY_THE_SECRETARIAT);
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
        if (!before.status().mayAct()) {
            throw Problem.forbidden("Your organization is " + before.status().word() + ". Ask the secretariat.");
        }
        if (before.status() != wanted.status()
                || before.type() != wanted.type()
                || !Objects.equals(before.country(), wanted.country())) {
            throw Problem.forbidden(
                    "A partner changes its name, acronym and time zone; the rest is for the secretariat.");
        }
    }

    /** @throws Problem 404 for another's clients, 403 for one's own: credentials are given out by the secretariat */
    public static void mayManageClients(Caller caller, String partnerId) {
        if (!isSecretariat(caller)) {
            isOwn(caller, partnerId);
            caller.require(SECRETARIAT);
        }
    }

    /**
     * The secretariat, and a focal point of that partner who signed in for it. Of a person the directory is asked, not the
     * token: a role that was taken away is over at once.
     *
     * @param person who calls; null for a program
     * @throws Problem 404 for another's members, 403 for one's own
     */
    public static void mayManageMembers(Caller caller, @Nullable Person person, String partnerId) {
        if (isSecretariat(caller, person)) {
            return;
        }
        isOwn(caller, partnerId);
        if (person == null || !person.isFocalPoint(partnerId)) {
            throw Problem.forbidden("A partner's members are looked after by its focal points and the secretariat.");
        }
    }

    /**
     * A link to set a password lets its holder become that person, in every organization.
     *
     * @throws Problem 403 where the person is more than a member of that partner
     */
    public static void mayMakeLinkFor(Caller caller, @Nullable Person by, Person whose, String partnerId) {
        if (!isSecretariat(caller, by) && !whose.isOnlyIn(partnerId)) {
            throw Problem.forbidden("This person takes part elsewhere too. Ask the secretariat for the link.");
        }
    }

    /** @throws Problem 403 for all but the secretariat */
    public static void mayManagePeople(Caller caller, @Nullable Person person) {
        if (!isSecretariat(caller, person)) {
            throw Problem.forbidden("This is for the secretariat.");
        }
    }

    public static boolean isSecretariat(Caller caller, @Nullable Person person) {
        return isSecretariat(caller) && (person == null || person.secretariat());
    }

    /** @throws Problem 403 for all but the secretariat */
    public static void mayOperate(Caller caller) {
        caller.require(SECRETARIAT);
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
