package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.CorrectActual;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ResubmitUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent.ActualCorrected;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Fallback;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;

/** What partners say of a commitment's progress. */
final class Reporting {

    private Reporting() {}

    static List<CommitmentEvent> report(Commitment commitment, ReportProgress command, Instant now) {
        requireTaken(commitment, command.partner());
        UpdateId superseded = command.supersedes();
        if (superseded != null) {
            requireAuthor(commitment, superseded, command.partner());
        }
        Report report = command.report();
        ReportRules.check(commitment, report, now, superseded);
        return List.of(new ProgressReported(
                command.id(),
                command.partner(),
                report,
                Objects.requireNonNullElse(report.effective(), commitment.day(now)),
                superseded,
                retraction(commitment, superseded, report)));
    }

    static List<CommitmentEvent> resubmit(Commitment commitment, ResubmitUpdate command, Instant now) {
        requireTaken(commitment, command.partner());
        Review review = requireAuthor(commitment, command.id(), command.partner());
        if (review.state() != Review.State.RETURNED) {
            throw Refusal.rule("not-returned", "Only an update that was returned is submitted again.");
        }
        Report report = command.report();
        ReportRules.check(commitment, report, now, command.id());
        return List.of(new UpdateResubmitted(
                command.id(),
                review.revision() + 1,
                command.partner(),
                report,
                Objects.requireNonNullElse(report.effective(), commitment.day(now)),
                retraction(commitment, command.id(), report)));
    }

    static List<CommitmentEvent> correct(Commitment commitment, CorrectActual command, Instant now) {
        Access.partner(commitment, command.by());
        Planning.requireNotOver(commitment);
        ReportRules.checkActual(commitment, command.actual(), now);
        Indicator.Statement standing = commitment
                .indicator(command.actual().indicator())
                .flatMap(one -> one.period(command.actual().period()))
                .map(Indicator.Period::actual)
                .orElseThrow(() -> Refusal.rule("nothing-to-correct", "No value was reported for this period yet."));
        String reason = Planning.requireReason(command.reason(), "A value is corrected for a reason: say why.");
        return List.of(new ActualCorrected(command.by().organization(), command.actual(), standing.value(), reason));
    }

    private static void requireTaken(Commitment commitment, PartnerId partner) {
        if (!commitment.promise().isOf(partner)) {
            throw Refusal.notYours();
        }
        if (!commitment.status().takesUpdates()) {
            throw Refusal.rule("closed", "This commitment is over or suspended; it takes no updates.");
        }
    }

    private static Review requireAuthor(Commitment commitment, UpdateId update, PartnerId partner) {
        Review review = commitment.review(update).orElseThrow(() -> Reviewing.closed(update));
        if (!review.author().equals(partner)) {
            throw Refusal.absent("update");
        }
        return review;
    }

    /** What {@code earlier} had said and {@code report}, in its place, does not. */
    private static Retraction retraction(Commitment commitment, @Nullable UpdateId earlier, Report report) {
        if (earlier == null) {
            return Retraction.NONE;
        }
        Set<MilestoneId> claimed = report.milestones().stream()
                .filter(Report.Claim::isReached)
                .map(Report.Claim::milestone)
                .collect(Collectors.toSet());
        List<MilestoneId> milestones = commitment.milestones().stream()
                .filter(one -> one.isClaimedBy(earlier) && !claimed.contains(one.id()))
                .map(Milestone::id)
                .toList();
        return new Retraction(milestones, fallbacks(commitment, earlier, report));
    }

    private static List<Fallback> fallbacks(Commitment commitment, UpdateId earlier, Report report) {
        Set<PeriodId> said = new HashSet<>();
        report.actuals().forEach(actual -> said.add(actual.period()));
        List<Fallback> fallbacks = new ArrayList<>();
        for (Indicator indicator : commitment.indicators()) {
            for (Indicator.Period period : indicator.periods()) {
                Indicator.Statement actual = period.actual();
                if (actual != null && actual.isOf(earlier) && !said.contains(period.id())) {
                    Indicator.Statement before = period.before();
                    fallbacks.add(new Fallback(indicator.id(), period.id(), before == null ? null : before.value()));
                }
            }
        }
        return fallbacks;
    }
}
