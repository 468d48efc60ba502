package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Actual;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Claim;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ProgressReported;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Retraction;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateResubmitted;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateVerified;

/** Folds what partners and reviewers say of milestones and values into a card. */
final class ReportFold {

    private ReportFold() {}

    /** What an update says, for the first time or again. */
    record Report(
            LocalDate effective,
            @Nullable Retraction retracted,
            List<Claim> claims,
            List<Actual> actuals,
            boolean evidenced) {

        static Report of(ProgressReported event) {
            return new Report(
                    event.effective(), event.retracted(), event.milestones(), event.actuals(), has(event.evidence()));
        }

        static Report of(UpdateResubmitted event) {
            return new Report(
                    event.effective(), event.retracted(), event.milestones(), event.actuals(), has(event.evidence()));
        }

        private static boolean has(@Nullable Integer evidence) {
            return evidence != null && evidence > 0;
        }
    }

    static Card said(Card card, Report report, LocalDate today) {
        Card then = report.retracted() == null ? card : without(card, report.retracted(), today);
        for (Claim claim : report.claims()) {
            then = then.withMilestone(claim.id(), one -> claimed(one, claim, report.evidenced()));
        }
        for (Actual actual : report.actuals()) {
            BigDecimal value = actual.value(); // words leave the number as it was
            then = value == null
                    ? then
                    : then.withPeriod(
                            actual.periodId(), period -> period.reported(report.effective(), value, !actual.stands()));
        }
        return then;
    }

    /** What the one in whose place this is said had said, and this does not. */
    private static Card without(Card card, Retraction retracted, LocalDate today) {
        Card then = card;
        for (String milestone : retracted.milestones()) {
            then = then.withMilestone(milestone, Milestone::retracted);
        }
        for (Actual before : retracted.actuals()) {
            then = then.withPeriod(before.periodId(), period -> period.takenBack(before.value(), today));
        }
        return then;
    }

    private static Milestone claimed(Milestone milestone, Claim claim, boolean evidenced) {
        return switch (claim.status()) {
            case "reached" -> milestone.reached(Objects.requireNonNull(claim.on(), "reached on no day"), evidenced);
            case "in-progress" -> milestone.begun();
            default -> throw new IllegalArgumentException("a claim that is not understood: " + claim.status());
        };
    }

    /** Verified facts and values stand beside the reported ones. */
    static Card verified(Card card, UpdateVerified event, LocalDate today) {
        Card then = card;
        for (String milestone : event.milestones()) {
            then = then.withMilestone(milestone, one -> one.verified(today));
        }
        for (Actual actual : event.actuals()) {
            BigDecimal value = actual.value();
            then = value == null ? then : then.withPeriod(actual.periodId(), period -> period.verified(value, today));
        }
        return then;
    }

    static Card corrected(Card card, Actual actual, LocalDate today) {
        return card.withPeriod(actual.periodId(), period -> period.corrected(actual.value(), today));
    }
}
