package org.waymark.partner.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.waymark.partner.access.Access;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;

/** What tokens say: of a program as of a person, for which organization ({@code org}) and in which {@code roles}. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final People people;
    private final Choices choices;
    private final Access access;

    TokenClaims(People people, Choices choices, Access access) {
        this.people = people;
        this.choices = choices;
        this.access = access;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            identify(context);
        } else if (context.getPrincipal() instanceof SignedIn person) {
            List<String> roles = choices.roles(person.getName(), person.organization());
            if (roles.isEmpty()) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
            }
            allow(context, roles, person.organization());
        } else {
            ClientSettings settings = context.getRegisteredClient().getClientSettings();
            List<String> roles = Objects.requireNonNull(settings.getSetting(RegisteredClients.ROLES));
            allow(context, roles, settings.getSetting(RegisteredClients.ORGANIZATION));
        }
    }

    private void allow(JwtEncodingContext context, List<String> roles, @Nullable String organization) {
        Authentication bearer = Objects.requireNonNull(context.getPrincipal());
        context.getClaims()
                .claims(said -> later(said, bearer.getName()))
                .audience(List.of(AuthorizationServer.AUDIENCE))
                .claim("roles", roles);
        if (organization != null) {
            context.getClaims().claim("org", organization);
        }
    }

    /** After what was taken back from this subject, by a second at most, and as long from then. */
    private void later(Map<String, Object> said, String subject) {
        Instant now = (Instant) Objects.requireNonNull(said.get(JwtClaimNames.IAT));
        Instant end = (Instant) Objects.requireNonNull(said.get(JwtClaimNames.EXP));
        Instant issued = access.issuedAt(subject, now);
        said.put(JwtClaimNames.IAT, issued);
        said.put(JwtClaimNames.EXP, end.plus(Duration.between(now, issued)));
    }

    /** An ID token is for the client alone, and may name the person. */
    private void identify(JwtEncodingContext context) {
        SignedIn person = Objects.requireNonNull(context.getPrincipal());
        context.getClaims().claim("auth_time", person.since().getEpochSecond());
        people.find(person.getName()).ifPresent(one -> name(context, one));
    }

    private static void name(JwtEncodingContext context, Person person) {
        Set<String> scopes = context.getAuthorizedScopes();
        if (scopes.contains(OidcScopes.PROFILE) && person.name() != null) {
            context.getClaims().claim("name", person.name());
        }
        if (scopes.contains(OidcScopes.EMAIL) && person.email() != null) {
            context.getClaims().claim("email", person.email());
        }
    }
}
