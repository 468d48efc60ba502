package org.waymark.progress.commitments.web;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.UpdateService;

/** Answers that more than one command has. The ETag is the commitment's sequence. */
final class Answers {

    /** What a posted update is answered with. {@code sequence} is for {@code ?atLeast=} and {@code If-Match}. */
    record Reported(String id, String commitmentId, long sequence) {}

    /** What an added part is answered with. */
    record Added(String id, String commitmentId, long sequence) {}

    private Answers() {}

    static ResponseEntity<CommitmentView> changed(Standing standing) {
        return ResponseEntity.ok().eTag(Problem.etag(standing.sequence())).body(CommitmentView.of(standing));
    }

    static ResponseEntity<CommitmentView> read(Standing standing) {
        return ResponseEntity.ok()
                .eTag(Problem.etag(standing.sequence()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(CommitmentView.of(standing));
    }

    static ResponseEntity<CommitmentView> submitted(Standing standing) {
        return ResponseEntity.created(
                        URI.create("/api/commitments/" + standing.id().value()))
                .eTag(Problem.etag(standing.sequence()))
                .body(CommitmentView.of(standing));
    }

    static ResponseEntity<Reported> reported(UpdateService.Reported reported) {
        String commitment = reported.standing().id().value();
        String update = reported.id().value();
        long sequence = reported.standing().sequence();
        return ResponseEntity.created(URI.create("/api/commitments/" + commitment + "/updates/" + update))
                .eTag(Problem.etag(sequence))
                .body(new Reported(update, commitment, sequence));
    }

    /** @param path of the added part within its commitment */
    static ResponseEntity<Added> added(Standing standing, String path, String id) {
        String commitment = standing.id().value();
        return ResponseEntity.created(URI.create("/api/commitments/" + commitment + path))
                .eTag(Problem.etag(standing.sequence()))
                .body(new Added(id, commitment, standing.sequence()));
    }
}
