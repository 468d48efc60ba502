package org.waymark.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.edge.SecurityDefaults;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Sight;
import org.waymark.notification.group.GroupDirectory;

/**
 * Who may see and do what, all of it.
 *
 * <table>
 *   <caption>The rights</caption>
 *   <tr><th>who</th><th>sees</th><th>acknowledges, and sets the rules of</th></tr>
 *   <tr><td>secretariat</td><td>all alerts</td><td>all</td></tr>
 *   <tr><td>observer</td><td>all alerts</td><td>none</td></tr>
 *   <tr><td>co-chair, during its term</td><td>its groups', and those of commitments it leads</td><td>its groups'</td></tr>
 *   <tr><td>partner</td><td>those of commitments it leads</td><td>none</td></tr>
 *   <tr><td>suspended or withdrawn organization</td><td>none</td><td>none</td></tr>
 *   <tr><td>not signed in</td><td>none</td><td>none</td></tr>
 * </table>
 *
 * <p>Partners, co-chairs and the secretariat keep the webhooks of their own organization and see what was delivered to
 * them; a webhook is told what its organization may see.
 *
 * <p>What somebody may not see looks absent. The token says who it is; which groups it chairs, and whether the term runs,
 * the directory and the clock say.
 */
@Configuration(proxyBeanMethods = false)
public class Rights {

    private static final String SECRETARIAT = "secretariat";
    private static final String OBSERVER = "observer";
    private static final String CO_CHAIR = "co-chair";
    private static final String PARTNER = "partner";

    private final GroupDirectory directory;

    Rights(GroupDirectory directory) {
        this.directory = directory;
    }

    @Bean
    static SecurityFilterChain paths(HttpSecurity http, SecurityDefaults defaults) {
        return defaults.chain(
                http,
                paths -> paths.requestMatchers(
                                "/api/alerts",
                                "/api/alerts/**",
                                "/api/groups/*/rules",
                                "/api/webhooks",
                                "/api/webhooks/**",
                                "/api/deliveries",
                                "/api/deliveries/**")
                        .authenticated());
    }

    /** @throws Problem 403 for an organization that takes part no more */
    public Sight sightOf(Caller caller) {
        if (caller.has(SECRETARIAT)) {
            return new Sight.Everything();
        }
        if (caller.has(OBSERVER)) {
            activeOrganization(caller);
            return new Sight.Everything();
        }
        return new Sight.Part(chairedBy(caller), leads(caller));
    }

    /**
     * What a system of this organization is told, whoever set it up: what its partner role and its terms show it today.
     *
     * @param organization null for the secretariat
     */
    public Sight sightOf(@Nullable String organization) {
        if (organization == null) {
            return new Sight.Everything();
        }
        return directory.bars(organization)
                ? new Sight.Part(Set.of(), Set.of())
                : new Sight.Part(directory.chairedBy(organization), directory.idsOf(organization));
    }

    /**
     * For whom the caller keeps webhooks; null for the secretariat.
     *
     * @throws Problem 403 where it keeps none
     */
    public @Nullable String webhooksOf(Caller caller) {
        if (caller.has(SECRETARIAT)) {
            return null;
        }
        String organization = activeOrganization(caller);
        if (organization == null || !caller.has(PARTNER) && !caller.has(CO_CHAIR)) {
            throw Problem.forbidden("Partners, co-chairs and the secretariat have webhooks.");
        }
        return organization;
    }

    /** @throws Problem 403 where the caller may see the alert but not acknowledge it */
    public void requireMayAcknowledge(Caller caller, Alert alert) {
        if (!caller.has(SECRETARIAT)
                && !chairedBy(caller).contains(alert.cause().groupId())) {
            throw Problem.forbidden("The co-chairs of its action group and the secretariat acknowledge an alert.");
        }
    }

    /** @throws Problem 404 where the caller sees no alerts of the group, or there is none */
    public void requireMaySeeRules(Caller caller, String groupId) {
        boolean sees = switch (sightOf(caller)) {
            case Sight.Everything everything -> true;
            case Sight.Part part -> part.groups().contains(groupId);
        };
        if (!sees || !directory.hasGroup(groupId)) {
            throw Problem.notFound("action group");
        }
    }

    /** @throws Problem 403 where the caller may see the group's rules but not set them */
    public void requireMaySetRules(Caller caller, String groupId) {
        requireMaySeeRules(caller, groupId);
        if (!caller.has(SECRETARIAT) && !chairedBy(caller).contains(groupId)) {
            throw Problem.forbidden("The co-chairs of the action group and the secretariat set its rules.");
        }
    }

    /** All ids of the caller's organization: what a partner promised is its survivor's once it was merged. */
    private Set<String> leads(Caller caller) {
        String organization = activeOrganization(caller);
        return organization != null && (caller.has(PARTNER) || caller.has(CO_CHAIR))
                ? directory.idsOf(organization)
                : Set.of();
    }

    private Set<String> chairedBy(Caller caller) {
        String organization = activeOrganization(caller);
        return organization != null && caller.has(CO_CHAIR) ? directory.chairedBy(organization) : Set.of();
    }

    private @Nullable String activeOrganization(Caller caller) {
        String organization = caller.organization();
        if (organization != null && directory.bars(organization)) {
            throw Problem.forbidden(
                    "Your organization is suspended or has withdrawn; the secretariat can tell you more.");
        }
        return organization;
    }
}
