package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;

/** What has happened to a commitment. Each becomes one public event. */
public sealed interface CommitmentEvent {

    /** It was promised. */
    record CommitmentSubmitted(
            Promise promise,
            Status status,
            List<Milestone> milestones,
            List<Indicator> indicators,
            @Nullable Introduction origin,
            Actor by)
            implements CommitmentEvent {}

    /** The promise itself was changed; all of what can change, as it is now. */
    record CommitmentRevised(
            PartnerId partner,
            String title,
            @Nullable String description,
            LocalDate start,
            @Nullable LocalDate end) implements CommitmentEvent {}

    /** A partner said how far it has come. */
    record ProgressReported(UpdateId id, PartnerId partner, Report report, LocalDate effective, Health health)
            implements CommitmentEvent {}

    /** A milestone's day went by without it being reached. Effective the day after it was due. */
    record MilestoneOverdue(MilestoneId milestone, LocalDate due, Health health) implements CommitmentEvent {}
}
