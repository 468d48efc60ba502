package org.waymark.progress.dashboard.store;

import java.util.Map;
import org.waymark.progress.dashboard.domain.CommitmentEvents;

/** Which record reads which type of event on waymark.commitments. */
final class EventTypes {

    private static final String PREFIX = "org.waymark.commitment.";

    private static final Map<String, Class<? extends CommitmentEvents>> BY_NAME = Map.ofEntries(
            Map.entry("submitted.v1", CommitmentEvents.Submitted.class),
            Map.entry("revised.v1", CommitmentEvents.Revised.class),
            Map.entry("status-changed.v1", CommitmentEvents.StatusChanged.class),
            Map.entry("milestone-added.v1", CommitmentEvents.MilestoneAdded.class),
            Map.entry("milestone-revised.v1", CommitmentEvents.MilestoneRevised.class),
            Map.entry("milestone-rescheduled.v1", CommitmentEvents.MilestoneRescheduled.class),
            Map.entry("milestone-verified.v1", CommitmentEvents.MilestoneVerified.class),
            Map.entry("milestone-missed.v1", CommitmentEvents.MilestoneMissed.class),
            Map.entry("milestone-cancelled.v1", CommitmentEvents.MilestoneCancelled.class),
            Map.entry("milestone-overdue.v1", CommitmentEvents.MilestoneOverdue.class),
            Map.entry("indicator-added.v1", CommitmentEvents.IndicatorAdded.class),
            Map.entry("period-added.v1", CommitmentEvents.PeriodAdded.class),
            Map.entry("actual-corrected.v1", CommitmentEvents.ActualCorrected.class),
            Map.entry("progress-reported.v1", CommitmentEvents.ProgressReported.class),
            Map.entry("update-resubmitted.v1", CommitmentEvents.UpdateResubmitted.class),
            Map.entry("update-verified.v1", CommitmentEvents.UpdateVerified.class),
            Map.entry("update-returned.v1", CommitmentEvents.UpdateReturned.class),
            Map.entry("return-answered.v1", CommitmentEvents.ReturnAnswered.class),
            Map.entry("health-overridden.v1", CommitmentEvents.HealthOverridden.class),
            Map.entry("override-lifted.v1", CommitmentEvents.OverrideLifted.class),
            Map.entry("health-changed.v1", CommitmentEvents.HealthChanged.class),
            Map.entry("silent.v1", CommitmentEvents.Silent.class));

    private EventTypes() {}

    static boolean isRead(String type) {
        return type.startsWith(PREFIX) && BY_NAME.containsKey(type.substring(PREFIX.length()));
    }

    /** @throws IllegalArgumentException for a type that is not read */
    static Class<? extends CommitmentEvents> of(String type) {
        Class<? extends CommitmentEvents> read = isRead(type) ? BY_NAME.get(type.substring(PREFIX.length())) : null;
        if (read == null) {
            throw new IllegalArgumentException("not understood: " + type);
        }
        return read;
    }
}
