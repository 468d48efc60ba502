package org.waymark.partner.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        Instant now = clock.instant();
        revoked.record(subject, new Sender(by, null, Requests.digest(now)), before -> {
            AccessRevoked after = AccessRevoked.after(before, now);
            return new Outcome<>(after, List.of(PublicEvents.of(after)));
        });
    }

    /**
     * The second a token of this subject may say that is given out now: tokens say no fraction, so in the second in which
     * something was taken back they say the next one.
     */
    public Instant issuedAt(String subject, Instant now) {
        return revoked.find(subject)
                .map(found -> found.value().nextIssue())
                .filter(now::isBefore)
                .orElse(now);
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return Revocations.validate(
                token,
                subject -> revoked.find(subject).map(found -> found.value().issuedUntil()));
    }
}
