package org.waymark.progress.commitments;

import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;

/**
 * By what a command is known when it comes again: digests of its key and of its body.
 *
 * @param key null where the command came without one
 */
@SuppressWarnings("ArrayRecordComponent") // digests, never compared through equals
public record CommandKey(byte @Nullable [] key, byte[] body, boolean creates) {

    static CommandKey creating(String organization, @Nullable String idempotencyKey, Object body) {
        return of(organization, "commitments", idempotencyKey, body, true);
    }

    static CommandKey changing(String organization, String resource, @Nullable String idempotencyKey, Object body) {
        return of(organization, resource, idempotencyKey, body, false);
    }

    /** Time records itself: the same tick again finds nothing left to do. */
    static CommandKey tick() {
        return new CommandKey(null, Uuids.sha256("tick"), false);
    }

    /** Records print all they hold, and the same body prints the same. */
    private static CommandKey of(
            String organization, String resource, @Nullable String idempotencyKey, Object body, boolean creates) {
        byte[] key = idempotencyKey == null ? null : Uuids.sha256(organization, resource, idempotencyKey);
        return new CommandKey(key, Uuids.sha256(body.toString()), creates);
    }
}
