package org.waymark.progress.commitments.web;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.Draft;

/**
 * A draft as it is answered. Its ETag is its version.
 *
 * @param kind commitment or update
 * @param commitmentId the update's; null for a draft of a commitment
 */
record DraftView(
        String id, String kind, @Nullable String commitmentId, Object body, Instant createdAt, Instant changedAt) {

    /** In a list: what it says is read one by one. */
    record Listed(String id, String kind, @Nullable String commitmentId, Instant createdAt, Instant changedAt) {

        static Listed of(Draft.Head head) {
            return new Listed(head.id(), Kebab.of(head.kind()), head.commitment(), head.createdAt(), head.changedAt());
        }
    }

    static DraftView of(Draft draft, Validity validity) {
        Object body = switch (draft.kind()) {
            case COMMITMENT -> validity.read(draft, CommitmentRequests.Submission.class);
            case UPDATE -> validity.read(draft, UpdateRequests.Update.class);
        };
        return new DraftView(
                draft.id(), Kebab.of(draft.kind()), draft.commitment(), body, draft.createdAt(), draft.changedAt());
    }

    static ResponseEntity<DraftView> created(Draft draft, Validity validity) {
        return ResponseEntity.created(URI.create("/api/drafts/" + draft.id()))
                .eTag(Problem.etag(draft.version()))
                .body(of(draft, validity));
    }

    static ResponseEntity<DraftView> read(Draft draft, Validity validity) {
        return ResponseEntity.ok().eTag(Problem.etag(draft.version())).body(of(draft, validity));
    }
}
