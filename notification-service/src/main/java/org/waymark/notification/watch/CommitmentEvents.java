package org.waymark.notification.watch;

import java.util.Set;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.watch.domain.Milestone.State;
import org.waymark.notification.wire.EventJson;
import org.waymark.platform.Event;

/** Reads from progress-service's public events what the watch needs. Whatever else they say is none of its business. */
final class CommitmentEvents {

    static final String SUBMITTED = "org.waymark.commitment.submitted.v1";
    static final String REVISED = "org.waymark.commitment.revised.v1";
    static final String STATUS_CHANGED = "org.waymark.commitment.status-changed.v1";
    static final String MILESTONE_ADDED = "org.waymark.commitment.milestone-added.v1";
    static final String MILESTONE_REVISED = "org.waymark.commitment.milestone-revised.v1";
    static final String MILESTONE_RESCHEDULED = "org.waymark.commitment.milestone-rescheduled.v1";
    static final String MILESTONE_VERIFIED = "org.waymark.commitment.milestone-verified.v1";
    static final String MILESTONE_MISSED = "org.waymark.commitment.milestone-missed.v1";
    static final String MILESTONE_CANCELLED = "org.waymark.commitment.milestone-cancelled.v1";
    static final String MILESTONE_OVERDUE = "org.waymark.commitment.milestone-overdue.v1";
    static final String PROGRESS_REPORTED = "org.waymark.commitment.progress-reported.v1";
    static final String UPDATE_RESUBMITTED = "org.waymark.commitment.update-resubmitted.v1";

    static final Set<String> READ = Set.of(
            SUBMITTED,
            REVISED,
            STATUS_CHANGED,
            MILESTONE_ADDED,
            MILESTONE_REVISED,
            MILESTONE_RESCHEDULED,
            MILESTONE_VERIFIED,
            MILESTONE_MISSED,
            MILESTONE_CANCELLED,
            MILESTONE_OVERDUE,
            PROGRESS_REPORTED,
            UPDATE_RESUBMITTED);

    /** Types that no rule asks about. The milestones of a verified update have been reported reached before. */
    static final Set<String> IGNORED = Set.of(
            "org.waymark.commitment.indicator-added.v1",
            "org.waymark.commitment.period-added.v1",
            "org.waymark.commitment.actual-corrected.v1",
            "org.waymark.commitment.update-verified.v1",
            "org.waymark.commitment.update-returned.v1",
            "org.waymark.commitment.return-answered.v1",
            "org.waymark.commitment.health-overridden.v1",
            "org.waymark.commitment.override-lifted.v1",
            "org.waymark.commitment.health-changed.v1",
            "org.waymark.commitment.silent.v1");

    private CommitmentEvents() {}

    /** @throws RuntimeException where the event lacks what it must have, or says what this version does not know */
    static CommitmentEvent read(Event event) {
        return switch (event.type()) {
            case SUBMITTED -> data(event, CommitmentData.Submitted.class).of(event);
            case REVISED -> data(event, CommitmentData.Revised.class).of(event);
            case STATUS_CHANGED ->
                data(event, CommitmentData.StatusChanged.class).of(event);
            case MILESTONE_ADDED ->
                data(event, CommitmentData.MilestoneAdded.class).of(event);
            case MILESTONE_REVISED ->
                data(event, CommitmentData.MilestoneRevised.class).of(event);
            case MILESTONE_RESCHEDULED ->
                data(event, CommitmentData.MilestoneRescheduled.class).of(event);
            case MILESTONE_VERIFIED -> closed(event, State.VERIFIED);
            case MILESTONE_MISSED -> closed(event, State.MISSED);
            case MILESTONE_CANCELLED -> closed(event, State.CANCELLED);
            case MILESTONE_OVERDUE ->
                data(event, CommitmentData.MilestoneOverdue.class).of(event);
            case PROGRESS_REPORTED, UPDATE_RESUBMITTED ->
                data(event, CommitmentData.Report.class).of(event);
            default -> throw new IllegalArgumentException("type " + event.type() + " is not read here");
        };
    }

    private static CommitmentEvent closed(Event event, State how) {
        return data(event, CommitmentData.MilestoneClosed.class).of(event, how);
    }

    private static <T> T data(Event event, Class<T> type) {
        return EventJson.read(event.data(), type);
    }
}
