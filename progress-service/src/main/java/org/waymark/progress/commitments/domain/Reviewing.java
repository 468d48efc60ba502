package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.AnswerReturn;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReturnUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneVerified;
import org.waymark.progress.commitments.domain.CommitmentEvent.ReturnAnswered;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateReturned;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateVerified;
import org.waymark.progress.commitments.domain.Report.Actual;

/**
 * What co-chairs say of what partners said. What the author wrote is never touched: verified facts and values stand
 * beside the reported ones. Nobody reviews an update of their own organization, by whichever of its ids. The last updates
 * of a commitment that is over are reviewed like all others.
 */
final class Reviewing {

    private Reviewing() {}

    static List<CommitmentEvent> verify(Commitment commitment, VerifyUpdate command, Instant now) {
        Review review = requireReviewer(commitment, command.id(), command.by());
        if (review.revision() != command.revision()) {
            throw Refusal.rule("revised", "The update was submitted again meanwhile; read it once more.");
        }
        ReportRules.checkActuals(commitment, command.actuals(), now);
        List<MilestoneId> milestones = command.report().milestones().stream()
                .map(Report.Claim::milestone)
                .filter(id -> commitment
                        .milestone(id)
                        .filter(one -> one.isClaimedBy(command.id()))
                        .isPresent())
                .toList();
        return List.of(new UpdateVerified(
                command.id(),
                review.revision(),
                command.by().organization(),
                milestones,
                verified(commitment, command)));
    }

    /**
     * The author's values as they stand, corrections included, with the reviewer's own in place of those the reviewer found
     * to be different. A value that another update has overtaken is not verified with this one.
     */
    private static List<Actual> verified(Commitment commitment, VerifyUpdate command) {
        Map<PeriodId, Actual> found =
                command.actuals().stream().collect(Collectors.toMap(Actual::period, Function.identity()));
        List<Actual> verified = new ArrayList<>();
        for (Actual reported : command.report().actuals()) {
            Indicator.Statement stands = standing(commitment, reported);
            if (stands != null && stands.isOf(command.id())) {
                Actual own =
                        new Actual(reported.indicator(), reported.period(), stands.value(), stands.disaggregation());
                verified.add(found.getOrDefault(reported.period(), own));
            }
        }
        if (!verified.containsAll(command.actuals())) {
            throw Refusal.invalid(
                    "actuals",
                    "Only values that this update reports, and that no other has overtaken, are verified with it.");
        }
        return verified;
    }

    private static Indicator.@Nullable Statement standing(Commitment commitment, Actual reported) {
        return commitment
                .indicator(reported.indicator())
                .flatMap(one -> one.period(reported.period()))
                .map(Indicator.Period::actual)
                .orElse(null);
    }

    static List<CommitmentEvent> sendBack(Commitment commitment, ReturnUpdate command) {
        Review review = requireReviewer(commitment, command.id(), command.by());
        String reason =
                Planning.requireReason(command.reason(), "An update is returned for a reason: say what is missing.");
        return List.of(
                new UpdateReturned(command.id(), review.revision(), command.by().organization(), reason));
    }

    static List<CommitmentEvent> answer(Commitment commitment, AnswerReturn command) {
        if (!commitment.promise().isOf(command.partner())) {
            throw Refusal.notYours();
        }
        Review review = commitment.review(command.id()).orElseThrow(() -> closed(command.id()));
        if (!review.author().equals(command.partner())) {
            throw Refusal.absent("update");
        }
        if (review.state() != Review.State.RETURNED || review.answered()) {
            throw Refusal.rule(
                    "no-return-to-answer", "A return is answered once, until the update is submitted again.");
        }
        return List.of(new ReturnAnswered(command.id(), review.revision(), command.partner(), command.answer()));
    }

    /** A claim that came without an update to verify it with, or whose update can no longer be reviewed. */
    static List<CommitmentEvent> verify(Commitment commitment, VerifyMilestone command) {
        Access.coChair(commitment, command.by());
        Milestone milestone = commitment.milestone(command.milestone()).orElseThrow(() -> Refusal.absent("milestone"));
        Milestone.Claim claim = milestone.claim();
        if (milestone.state() != Milestone.State.REACHED || claim == null) {
            throw Refusal.rule("not-claimed", "Only a milestone that is claimed to be reached is verified.");
        }
        requireOther(claim.by(), command.by());
        return List.of(new MilestoneVerified(command.by().organization(), milestone.id()));
    }

    private static Review requireReviewer(Commitment commitment, UpdateId update, Asker by) {
        Access.coChair(commitment, by);
        Review review = commitment.review(update).orElseThrow(() -> closed(update));
        requireOther(review.author(), by);
        if (review.state() != Review.State.SUBMITTED) {
            throw Refusal.rule("returned-already", "It was returned and waits for its author.");
        }
        return review;
    }

    private static void requireOther(PartnerId author, Asker by) {
        if (by.is(author)) {
            throw Refusal.rule("own-update", "Nobody reviews what their own organization says; another co-chair does.");
        }
    }

    static Refusal closed(UpdateId update) {
        return Refusal.rule(
                "review-closed",
                "Update " + update.value() + " is not open for review: it was verified or superseded, or " + Review.KEPT
                        + " newer ones have come since.");
    }
}
