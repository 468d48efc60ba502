package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a progress update stands, from its commitment's events alone; its words are not here.
 *
 * @param organization that wrote it
 * @param firstSequence the commitment's event that reported it
 * @param sequence the event that carries its present text: the first one, or the last by which it was submitted again
 * @param revision 1 as first submitted, one more each time it is submitted again
 * @param status submitted, returned, verified or superseded
 * @param review what was said of it since, the oldest first
 */
public record UpdateRow(
        String id,
        String commitment,
        String organization,
        long firstSequence,
        long sequence,
        int revision,
        String status,
        List<ReviewStep> review) {

    static final String SUBMITTED = "submitted";

    /** What belongs in it and was left out is found here. */
    public UpdateRow {
        Stream.of(id, commitment, organization, status).forEach(Objects::requireNonNull);
        review = List.copyOf(review);
    }

    /**
     * @param sequence of the commitment's event
     * @param kind returned, answered, verified, resubmitted or superseded
     * @param organizationId whose step it was
     */
    public record ReviewStep(long sequence, String kind, String organizationId, Instant recorded) {}

    UpdateRow then(String next, ReviewStep step) {
        return new UpdateRow(id, commitment, organization, firstSequence, sequence, revision, next, plus(step));
    }

    UpdateRow rewritten(int next, ReviewStep step) {
        return new UpdateRow(id, commitment, organization, firstSequence, step.sequence(), next, SUBMITTED, plus(step));
    }

    private List<ReviewStep> plus(ReviewStep step) {
        return Stream.concat(review.stream(), Stream.of(step)).toList();
    }
}
