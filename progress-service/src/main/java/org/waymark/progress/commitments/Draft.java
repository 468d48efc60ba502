package org.waymark.progress.commitments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;

/**
 * What is not said yet: a commitment or an update, seen by its own organization alone. It makes no event, and is never
 * part of the commitment; its id becomes the id of what is submitted from it.
 *
 * @param version 1, 2, 3 ... with each time it is saved
 * @param commitment the update's; null for a draft of a commitment
 * @param key of what is submitted from it
 * @param body JSON as it was sent, which need not be complete
 * @param submittedAt null as long as it is a draft; afterwards it is kept for a while, to answer a repetition
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
        Instant changedAt,
        @Nullable Instant submittedAt) {

    public enum Kind {
        COMMITMENT,
        UPDATE
    }

    /** What a list tells of it. */
    public record Head(String id, Kind kind, @Nullable String commitment, Instant createdAt, Instant changedAt) {}

    static Draft begun(
            String id,
            Kind kind,
            PartnerId partner,
            @Nullable CommitmentId commitment,
            String key,
            String body,
            Instant at) {
        String of = commitment == null ? null : commitment.value();
        return new Draft(id, 1, kind, partner.value(), of, key, body, at, at, null);
    }

    public boolean isSubmitted() {
        return submittedAt != null;
    }

    Draft saved(String newBody, Instant at) {
        return new Draft(id, version + 1, kind, organization, commitment, key, newBody, createdAt, at, null);
    }

    Draft submitted(Instant at) {
        return new Draft(id, version + 1, kind, organization, commitment, key, body, createdAt, changedAt, at);
    }
}
