package org.waymark.partner.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.members.Links.Link;

/**
 * Shown to who makes the link, to be passed on; no other answer ever holds it.
 *
 * @param link where a password is set; not there for somebody who can sign in already
 */
record LinkBody(
        String personId, @Nullable String link, @Nullable Instant expiresAt) {

    static LinkBody of(Members.Invited invited, String issuer) {
        return of(invited.person().id(), invited.link(), issuer);
    }

    static LinkBody of(String personId, @Nullable Link link, String issuer) {
        return link == null
                ? new LinkBody(personId, null, null)
                : new LinkBody(personId, issuer + link.path(), link.expiresAt());
    }

    @Override
    public String toString() {
        return "LinkBody[" + personId + "]";
    }
}
