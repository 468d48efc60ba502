package org.waymark.partner.signin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that gets tokens.
 *
 * @param partnerId whose it is; null for the secretariat's
 * @param roles what its tokens say it may do
 * @param secretHash never the secret itself
 */
record Client(
        String clientId,
        @Nullable String partnerId,
        String name,
        List<String> roles,
        String secretHash,
        Instant createdAt) {}
