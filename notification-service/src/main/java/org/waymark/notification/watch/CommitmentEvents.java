package org.waymark.notification.watch;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.watch.domain.Heard;
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

    static final String INDICATOR_ADDED = "org.waymark.commitment.indicator-added.v1";
    static final String PERIOD_ADDED = "org.waymark.commitment.period-added.v1";
    static final String ACTUAL_CORRECTED = "org.waymark.commitment.actual-corrected.v1";
    static final String UPDATE_VERIFIED = "org.waymark.commitment.update-verified.v1";
    static final String UPDATE_RETURNED = "org.waymark.commitment.update-returned.v1";
    static final String SILENT = "org.waymark.commitment.silent.v1";

    /** Types of which the health alone is read. */
    private static final Set<String> JUDGED = Set.of(
            "org.waymark.commitment.return-answered.v1",
            "org.waymark.commitment.health-overridden.v1",
            "org.waymark.commitment.override-lifted.v1",
            "org.waymark.commitment.health-changed.v1");

    static final Set<String> READ = Stream.concat(
                    JUDGED.stream(),
                    Stream.of(
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
                            UPDATE_RESUBMITTED,
                            INDICATOR_ADDED,
                            PERIOD_ADDED,
                            ACTUAL_CORRECTED,
                            UPDATE_VERIFIED,
                            UPDATE_RETURNED,
                            SILENT))
            .collect(Collectors.toUnmodifiableSet());

    private CommitmentEvents() {}

    /** @throws RuntimeException where the event lacks what it must have, or says what this version does not know */
    static Heard heard(Event event) {
        HealthData.Carried carried = data(event, HealthData.Carried.class);
        return new Heard(read(event), event.time(), carried.said());
    }

    private static CommitmentEvent read(Event event) {
        if (JUDGED.contains(event.type())) {
            return new CommitmentEvent.Judged(event.sequence());
        }
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
            case PROGRESS_REPORTED -> data(event, CommitmentData.Report.class).of(event, false);
            case UPDATE_RESUBMITTED -> data(event, CommitmentData.Report.class).of(event, true);
            case INDICATOR_ADDED -> data(event, IndicatorData.Added.class).of(event);
            case PERIOD_ADDED -> data(event, IndicatorData.PeriodAdded.class).of(event);
            case ACTUAL_CORRECTED -> data(event, IndicatorData.Corrected.class).of(event);
            case UPDATE_VERIFIED -> data(event, CommitmentData.Review.class).verified(event);
            case UPDATE_RETURNED -> data(event, CommitmentData.Review.class).returned(event);
            case SILENT -> data(event, CommitmentData.Silent.class).of(event);
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
