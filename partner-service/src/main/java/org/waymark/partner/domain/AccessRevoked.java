package org.waymark.partner.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's access was taken back.
 *
 * @param issuedUntil tokens issued up to then are good no more; who may still get one gets a later one
 */
public record AccessRevoked(Instant issuedUntil) {

    /**
     * @param before what was taken back before: tokens given out since may say a time that is still to come
     */
    public static AccessRevoked after(@Nullable AccessRevoked before, Instant now) {
        Instant until = now.truncatedTo(ChronoUnit.MILLIS);
        return new AccessRevoked(before == null || until.isAfter(before.nextIssue()) ? until : before.nextIssue());
    }

    /** The first time a later token may say, which it says in whole seconds. */
    public Instant nextIssue() {
        return issuedUntil.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
