package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.Report.Actual;

/** What has happened to a commitment. Each becomes one public event; the health after it goes with it. */
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
            PartnerId by,
            String title,
            @Nullable String description,
            LocalDate start,
            @Nullable LocalDate end,
            List<PartnerId> supporting,
            ZoneId timeZone)
            implements CommitmentEvent {}

    /** It moved on in its life. */
    record StatusChanged(
            PartnerId by, Status from, Status to, @Nullable String reason) implements CommitmentEvent {}

    record MilestoneAdded(PartnerId by, Milestone milestone) implements CommitmentEvent {}

    /** Its title or weight was changed; both, as they are now. */
    record MilestoneRevised(PartnerId by, MilestoneId milestone, String title, int weight) implements CommitmentEvent {}

    /** It is due on another day; a later one is a slip. */
    record MilestoneRescheduled(PartnerId by, MilestoneId milestone, LocalDate from, LocalDate to, String reason)
            implements CommitmentEvent {}

    record MilestoneVerified(PartnerId by, MilestoneId milestone) implements CommitmentEvent {}

    record MilestoneMissed(PartnerId by, MilestoneId milestone, String reason) implements CommitmentEvent {}

    record MilestoneCancelled(PartnerId by, MilestoneId milestone, String reason) implements CommitmentEvent {}

    record IndicatorAdded(PartnerId by, Indicator indicator) implements CommitmentEvent {}

    record PeriodAdded(PartnerId by, IndicatorId indicator, Indicator.Period period) implements CommitmentEvent {}

    /** @param before what was said until now */
    record ActualCorrected(PartnerId by, Actual actual, Value before, String reason) implements CommitmentEvent {}

    /**
     * A partner said how far it has come.
     *
     * @param effective the day it speaks of
     * @param supersedes the earlier update whose place it takes; null for none
     * @param retracted what that one had said and this one does not
     */
    record ProgressReported(
            UpdateId id,
            PartnerId partner,
            Report report,
            LocalDate effective,
            @Nullable UpdateId supersedes,
            Retraction retracted)
            implements CommitmentEvent {}

    /** A returned update was said again. */
    record UpdateResubmitted(
            UpdateId id, int revision, PartnerId partner, Report report, LocalDate effective, Retraction retracted)
            implements CommitmentEvent {}

    /** @param actuals verified values, which need not be the reported ones */
    record UpdateVerified(UpdateId id, int revision, PartnerId by, List<MilestoneId> milestones, List<Actual> actuals)
            implements CommitmentEvent {}

    record UpdateReturned(UpdateId id, int revision, PartnerId by, String reason) implements CommitmentEvent {}

    record ReturnAnswered(UpdateId id, int revision, PartnerId partner, String answer) implements CommitmentEvent {}

    record HealthOverridden(PartnerId by, Health.State state, LocalDate until, String reason)
            implements CommitmentEvent {}

    record OverrideLifted(PartnerId by) implements CommitmentEvent {}

    /** A milestone's day went by without it being reached. Effective the day after it was due. */
    record MilestoneOverdue(MilestoneId milestone, LocalDate due, boolean backlog) implements CommitmentEvent {}

    /** @param lastHeard the day of the last update, or of the submission */
    record CommitmentSilent(LocalDate lastHeard) implements CommitmentEvent {}

    /** Time alone changed the health in another way: the pace, or the end of an override. */
    record HealthChanged() implements CommitmentEvent {}

    /**
     * What an update comes to beyond what it says: what the earlier revision or update in whose place it stands had said
     * and it does not, and what of it does not stand because something is known of a later day.
     *
     * @param milestones no longer claimed
     * @param periods whose value is now another that had been said before
     * @param assessment where the one that stood is taken back and no other given
     * @param outdated periods of which it speaks, but of an earlier day than what stands
     */
    record Retraction(
            List<MilestoneId> milestones,
            List<Fallback> periods,
            @Nullable Reassessment assessment,
            Set<PeriodId> outdated) {

        public static final Retraction NONE = new Retraction(List.of(), List.of());

        public Retraction {
            milestones = List.copyOf(milestones);
            periods = List.copyOf(periods);
            outdated = Set.copyOf(outdated);
        }

        public Retraction(List<MilestoneId> milestones, List<Fallback> periods) {
            this(milestones, periods, null, Set.of());
        }

        /** @param now null where nobody had assessed it before */
        public record Reassessment(@Nullable Assessment now) {}

        /** @param value null where nothing had been said before */
        public record Fallback(
                IndicatorId indicator,
                PeriodId period,
                @Nullable Value value) {}
    }
}
