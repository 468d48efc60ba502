package org.waymark.partner.signin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that gets tokens.
 *
 * @param partnerId whose it is; null for the secretariat's
 * @param roles what its tokens say it may do
 * @param scopes what it may ask for beside its roles
 * @param secrets each of them good; a second one while the first is replaced
 * @param createdAt when it was made
 */
record Client(
        String clientId,
        @Nullable String partnerId,
        String name,
        List<String> roles,
        List<String> scopes,
        List<Secret> secrets,
        Instant createdAt) {

    static final int MOST_SECRETS = 2;

    /**
     * @param hash never the secret itself
     * @param lastUsedAt to the minute; null where it never was
     */
    record Secret(
            String id,
            String hash,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}
}
