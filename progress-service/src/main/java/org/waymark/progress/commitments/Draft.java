package org.waymark.progress.commitments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is not said yet: a commitment or an update, seen by its own organization alone. It makes no event, and is never
 * part of the commitment; its id becomes the id of what is submitted from it.
 *
 * @param version 1, 2, 3 ... with each time it is saved
 * @param commitment the update's; null for a draft of a commitment
 * @param key of what is submitted from it
 * @param body JSON as it was sent, which need not be complete
 */
public record Draft(
        String id,
        long version,
        Kind kind,
        String organization,
        @Nullable String commitment,
        String key,
        String body,
        Instant createdAt,
        Instant changedAt) {

    public enum Kind {
        COMMITMENT,
        UPDATE
    }

    Draft saved(String newBody, Instant at) {
        return new Draft(id, version + 1, kind, organization, commitment, key, newBody, createdAt, at);
    }
}
