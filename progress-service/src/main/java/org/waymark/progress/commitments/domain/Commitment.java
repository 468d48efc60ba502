package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordDeadlines;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;

/**
 * A partner's promise and how far it has come. Immutable: a decision returns events, {@link #after} folds them.
 *
 * <p>Deadlines are whole days in UTC: a milestone is overdue when the day after its due date begins.
 */
public record Commitment(
        Promise promise,
        Status status,
        List<Milestone> milestones,
        List<Indicator> indicators,
        @Nullable Assessment assessment,
        Health health) {

    public Commitment {
        milestones = List.copyOf(milestones);
        indicators = List.copyOf(indicators);
    }

    /** Decides on a commitment that does not stand yet. */
    public static List<CommitmentEvent> submit(SubmitCommitment command) {
        SubmissionRules.check(command);
        return List.of(new CommitmentSubmitted(
                command.promise(),
                command.status(),
                command.milestones(),
                command.indicators(),
                command.origin(),
                command.by()));
    }

    public List<CommitmentEvent> report(ReportProgress command, Instant now) {
        requireOwn(command.partner());
        if (!status.takesUpdates()) {
            throw Refusal.rule("closed", "This commitment is over; it takes no more updates.");
        }
        ReportRules.check(this, command.report(), now);
        LocalDate effective = Objects.requireNonNullElse(command.report().effective(), today(now));
        Commitment then = with(command.report());
        return List.of(
                new ProgressReported(command.id(), command.partner(), command.report(), effective, then.health()));
    }

    public List<CommitmentEvent> revise(ReviseCommitment command) {
        if (!promise.lead().equals(command.partner())) {
            throw Refusal.notYours();
        }
        CommitmentRevised revised = new CommitmentRevised(
                command.partner(),
                Objects.requireNonNullElse(command.title(), promise.title()),
                command.description() == null ? promise.description() : command.description(),
                Objects.requireNonNullElse(command.start(), promise.start()),
                command.end() == null ? promise.end() : command.end());
        Promise next = promise.revised(revised);
        SubmissionRules.checkDates(next, milestones);
        return next.equals(promise) ? List.of() : List.of(revised);
    }

    /** One event for each milestone that time alone has made overdue and that is not recorded as such yet. */
    public List<CommitmentEvent> recordDeadlines(RecordDeadlines command, Instant now) {
        List<CommitmentEvent> events = new ArrayList<>();
        Commitment then = this;
        for (Milestone milestone : milestones) {
            if (status.takesUpdates() && !milestone.overdue() && milestone.isOverdueOn(today(now))) {
                then = then.overdue(milestone.id());
                events.add(new MilestoneOverdue(milestone.id(), milestone.due(), then.health()));
            }
        }
        return events;
    }

    /** The next instant at which {@link #recordDeadlines} has something to record, if there is one. */
    public Optional<Instant> nextDue() {
        return milestones.stream()
                .filter(milestone -> status.takesUpdates() && milestone.isOpen() && !milestone.overdue())
                .map(milestone ->
                        milestone.due().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .min(Instant::compareTo);
    }

    /** Folds an event; {@code before} is null for the first. */
    public static Commitment after(@Nullable Commitment before, CommitmentEvent event) {
        if (before == null && event instanceof CommitmentSubmitted first) {
            return new Commitment(
                    first.promise(), first.status(), first.milestones(), first.indicators(), null, Health.UNKNOWN);
        }
        Commitment standing = Objects.requireNonNull(before, "a commitment begins by being submitted");
        return switch (event) {
            case CommitmentSubmitted again -> throw new IllegalStateException("submitted twice: " + again);
            case CommitmentRevised revised -> standing.with(standing.promise.revised(revised));
            case ProgressReported reported -> standing.with(reported.report());
            case MilestoneOverdue overdue -> standing.overdue(overdue.milestone());
        };
    }

    private void requireOwn(PartnerId partner) {
        if (!promise.isOf(partner)) {
            throw Refusal.notYours();
        }
    }

    private Commitment with(Promise revised) {
        return new Commitment(revised, status, milestones, indicators, assessment, health);
    }

    private Commitment with(Report report) {
        List<Milestone> claimed = milestones.stream()
                .map(milestone -> report.milestones().stream()
                        .filter(claim -> claim.milestone().equals(milestone.id()))
                        .findFirst()
                        .map(claim -> milestone.reached(claim.on()))
                        .orElse(milestone))
                .toList();
        List<Indicator> measured = new ArrayList<>(indicators);
        for (Report.Actual actual : report.actuals()) {
            measured.replaceAll(indicator -> indicator.id().equals(actual.indicator())
                    ? indicator.withActual(actual.period(), actual.value())
                    : indicator);
        }
        Assessment said = report.assessment() == null ? assessment : report.assessment();
        return new Commitment(promise, status, claimed, measured, said, Health.of(said, claimed));
    }

    private Commitment overdue(MilestoneId id) {
        List<Milestone> marked = milestones.stream()
                .map(milestone -> milestone.id().equals(id) ? milestone.recordedOverdue() : milestone)
                .toList();
        return new Commitment(promise, status, marked, indicators, assessment, Health.of(assessment, marked));
    }

    private static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
