package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.util.List;

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

    public UpdateRow {
        review = List.copyOf(review);
    }

    /**
     * @param sequence of the commitment's event
     * @param kind returned, answered, verified, resubmitted or superseded
     * @param organizationId whose step it was
     */
    public record ReviewStep(long sequence, String kind, String organizationId, Instant recorded) {}
}
