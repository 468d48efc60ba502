package org.waymark.partner.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.AccessRevoked;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Outcome;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.wire.PublicEvents;
import org.waymark.platform.Revocations;

/** What has been taken back, by the subject of the tokens. The other services learn it from the event. */
public final class Access implements OAuth2TokenValidator<Jwt> {

    private final Aggregates<AccessRevoked> revoked;
    private final Clock clock;

    Access(Aggregates<AccessRevoked> revoked, Clock clock) {
        this.revoked = revoked;
        this.clock = clock;
    }

    /** All tokens of this client or person that have been given out by now. */
    public void revoke(String by, String subject) {
        AccessRevoked now = new AccessRevoked(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        revoked.record(subject, new Sender(by, null, Requests.digest(now.issuedUntil())), before -> after(before, now));
    }

    /** Of two at once the later counts, in whichever order they are stored. */
    private static Outcome<AccessRevoked> after(@Nullable AccessRevoked before, AccessRevoked now) {
        return before != null && before.issuedUntil().isAfter(now.issuedUntil())
                ? new Outcome<>(before, List.of())
                : new Outcome<>(now, List.of(PublicEvents.of(now)));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return Revocations.validate(
                token,
                subject -> revoked.find(subject).map(found -> found.value().issuedUntil()));
    }
}
