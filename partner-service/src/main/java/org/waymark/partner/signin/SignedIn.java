package org.waymark.partner.signin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has signed in, for one organization or for the secretariat. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String person;
    private final @Nullable String organization;
    private final Instant since;

    SignedIn(String person, @Nullable String organization, Instant since) {
        super(List.of());
        this.person = person;
        this.organization = organization;
        this.since = since;
        super.setAuthenticated(true);
    }

    @Nullable
    String organization() {
        return organization;
    }

    Instant since() {
        return since;
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && person.equals(that.person)
                && Objects.equals(organization, that.organization)
                && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, organization, since);
    }
}
