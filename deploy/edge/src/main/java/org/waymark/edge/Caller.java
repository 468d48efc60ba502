package org.waymark.edge;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the verified token says, never the body: the client (or person), its organization if it has one, and its
 * roles.
 */
public record Caller(String client, @Nullable String organization, Set<String> roles) {

    static final String ORGANIZATION = "org";
    static final String ROLES = "roles";

    private static final Caller NOBODY = new Caller("anonymous", null, Set.of());

    /** The caller of the request this thread serves; one without rights where it came without a token. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token ? of(token) : NOBODY;
    }

    /** Whether the request this thread serves came with a token that holds. */
    public static boolean isKnown() {
        return current() != NOBODY;
    }

    static Caller of(Jwt token) {
        List<String> roles = token.getClaimAsStringList(ROLES);
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), "unknown"),
                token.getClaimAsString(ORGANIZATION),
                roles == null ? Set.of() : Set.copyOf(roles));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** @throws Problem 403 where the caller lacks the role */
    public Caller require(String role) {
        if (!has(role)) {
            throw Problem.forbidden("This needs the role " + role + ".");
        }
        return this;
    }

    /** @throws Problem 403 where the token names no organization */
    public String requireOrganization() {
        if (organization == null) {
            throw Problem.forbidden("This is done on behalf of an organization; your token names none.");
        }
        return organization;
    }
}
