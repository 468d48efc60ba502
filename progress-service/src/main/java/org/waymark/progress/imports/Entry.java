package org.waymark.progress.imports;

import java.util.List;
import java.util.function.Function;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.imports.reading.Skipped;

/** What a file holds, one after the other. */
sealed interface Entry {

    /**
     * What could become a commitment.
     *
     * @param what how the file names it
     * @param idempotencyKey made of the file's own identifiers: brought in again, it is the same command
     * @param notes what of it is not carried over, or only with a reservation
     * @param command may throw an {@link IllegalArgumentException} with a sentence where the domain has no place for it
     */
    record Candidate(
            int line,
            String what,
            PartnerId lead,
            String idempotencyKey,
            List<Skipped> notes,
            Function<CommitmentId, SubmitCommitment> command)
            implements Entry {}

    /** What ought to have been a commitment and cannot be one. */
    record Unusable(Skipped note) implements Entry {}

    /** A remark on the file rather than on one of its commitments. */
    record Remark(Skipped note) implements Entry {}
}
