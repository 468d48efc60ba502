package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.CorrectActual;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ResubmitUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent.ActualCorrected;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;

/** What partners say of a commitment's progress. */
final class Reporting {

    private Reporting() {}

    static List<CommitmentEvent> report(Commitment commitment, ReportProgress command, Instant now) {
        requireTaken(commitment, command.partner());
        if (commitment.knows(command.id())) {
            return List.of(); // ids are made of the request's key: this is a very late repetition
        }
        UpdateId superseded = command.supersedes();
        if (superseded != null) {
            requireAuthor(commitment, superseded, command.partner());
        }
        Report report = command.report();
        ReportRules.check(commitment, report, now, superseded);
        LocalDate effective = Objects.requireNonNullElse(report.effective(), commitment.day(now));
        return List.of(new ProgressReported(
                command.id(),
                command.partner(),
                report,
                effective,
                superseded,
                Taking.of(commitment, superseded, report, effective)));
    }

    static List<CommitmentEvent> resubmit(Commitment commitment, ResubmitUpdate command, Instant now) {
        requireTaken(commitment, command.partner());
        Review review = requireAuthor(commitment, command.id(), command.partner());
        if (review.state() != Review.State.RETURNED) {
            throw Refusal.rule("not-returned", "Only an update that was returned is submitted again.");
        }
        Report report = command.report();
        ReportRules.check(commitment, report, now, command.id());
        LocalDate effective = Objects.requireNonNullElse(report.effective(), review.effective());
        return List.of(new UpdateResubmitted(
                command.id(),
                review.revision() + 1,
                command.partner(),
                report,
                effective,
                Taking.of(commitment, command.id(), report, effective)));
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
        requireSaidBy(commitment, standing.update(), command.by());
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

    /** The lead partner answers for all values, a supporting partner for what it said itself. */
    private static void requireSaidBy(Commitment commitment, @Nullable UpdateId update, Asker by) {
        boolean own = update != null
                && commitment.review(update).filter(one -> by.is(one.author())).isPresent();
        if (!own && !by.leads(commitment.promise())) {
            throw Refusal.notAllowed("The lead partner corrects what another organization reported.");
        }
    }
}
