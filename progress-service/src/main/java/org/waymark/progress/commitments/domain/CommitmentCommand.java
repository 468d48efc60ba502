package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Report.Actual;

/** What may be asked of a commitment. */
public sealed interface CommitmentCommand {

    /**
     * Promise something.
     *
     * @param status where it stands already; other than submitted only for what an import brings in
     * @param origin how the lead organization introduces itself where an import names it; null otherwise
     */
    record SubmitCommitment(
            Promise promise,
            Status status,
            List<Milestone> milestones,
            List<Indicator> indicators,
            @Nullable Introduction origin,
            Actor by)
            implements CommitmentCommand {

        public SubmitCommitment by(Actor other) {
            return new SubmitCommitment(promise, status, milestones, indicators, origin, other);
        }

        public SubmitCommitment in(ZoneId timeZone) {
            return new SubmitCommitment(promise.in(timeZone), status, milestones, indicators, origin, by);
        }
    }

    /** An organization that an import names and partner-service may not know yet. */
    record Introduction(String orgId, String name, @Nullable String type) {}

    /** Change the promise itself; null leaves a field as it is. */
    record ReviseCommitment(
            Asker by,
            @Nullable String title,
            @Nullable String description,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable List<PartnerId> supporting,
            @Nullable ZoneId timeZone)
            implements CommitmentCommand {}

    /** Move it on in its life. */
    record ChangeStatus(
            Asker by, LifeCycle.Step step, @Nullable String reason) implements CommitmentCommand {}

    record AddMilestone(Asker by, Milestone milestone) implements CommitmentCommand {}

    /**
     * Change a milestone; null leaves a field as it is.
     *
     * @param due another day is a rescheduling and needs the reason
     */
    record ReviseMilestone(
            Asker by,
            MilestoneId milestone,
            @Nullable String title,
            @Nullable Integer weight,
            @Nullable LocalDate due,
            @Nullable String reason)
            implements CommitmentCommand {}

    /** Confirm a claim. */
    record VerifyMilestone(Asker by, MilestoneId milestone) implements CommitmentCommand {}

    /** Say that it will not be reached any more. */
    record MissMilestone(Asker by, MilestoneId milestone, String reason) implements CommitmentCommand {}

    /** Take it out of the plan. */
    record CancelMilestone(Asker by, MilestoneId milestone, String reason) implements CommitmentCommand {}

    record AddIndicator(Asker by, Indicator indicator) implements CommitmentCommand {}

    record AddPeriod(Asker by, IndicatorId indicator, Indicator.Period period) implements CommitmentCommand {}

    /** Say that a reported value was wrong; what was said before stays in the history. */
    record CorrectActual(Asker by, Actual actual, String reason) implements CommitmentCommand {}

    /**
     * Say how far it has come.
     *
     * @param supersedes an earlier update whose place this one takes; null for none
     */
    record ReportProgress(
            UpdateId id,
            PartnerId partner,
            Report report,
            @Nullable UpdateId supersedes) implements CommitmentCommand {}

    /** Say it again, differently, after it was returned. */
    record ResubmitUpdate(UpdateId id, PartnerId partner, Report report) implements CommitmentCommand {}

    /**
     * Confirm an update.
     *
     * @param revision of the update, and
     * @param report what it says, as the reviewer read it
     * @param actuals values the reviewer found to be other than reported; they stand beside the author's
     */
    record VerifyUpdate(UpdateId id, Asker by, int revision, Report report, List<Actual> actuals)
            implements CommitmentCommand {}

    /** Send an update back to its author. */
    record ReturnUpdate(UpdateId id, Asker by, String reason) implements CommitmentCommand {}

    /** The author's right of reply to a return. */
    record AnswerReturn(UpdateId id, PartnerId partner, String answer) implements CommitmentCommand {}

    /** @param until the last day on which it holds */
    record OverrideHealth(Asker by, Health.State state, LocalDate until, String reason) implements CommitmentCommand {}

    record LiftOverride(Asker by) implements CommitmentCommand {}

    /** Record what time alone has changed. */
    record RecordTime() implements CommitmentCommand {}

    /**
     * On whose behalf a commitment is submitted: the partner itself, or the secretariat importing for it.
     *
     * @param backlog whether it is old news, which must alert nobody of what is no longer so
     */
    record Actor(boolean secretariat, boolean backlog) {
        public static final Actor PARTNER = new Actor(false, false);
    }
}
