package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Actual;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Claim;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Retraction;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateVerified;

/** Folds what partners and reviewers say of milestones and values into a card. */
final class ReportFold {

    private ReportFold() {}

    /** @param retracted what the one in whose place this is said had said, and this does not */
    static Card said(Card card, @Nullable Retraction retracted, List<Claim> claims, List<Actual> actuals) {
        Card then = retracted == null ? card : without(card, retracted);
        for (Claim claim : claims) {
            then = then.withMilestone(claim.id(), one -> claimed(one, claim));
        }
        for (Actual actual : actuals) {
            // Words leave the number as it was, and so does what is said of an earlier day than what stands.
            then = actual.value() == null || !actual.stands() ? then : stated(then, actual);
        }
        return then;
    }

    private static Card without(Card card, Retraction retracted) {
        Card then = card;
        for (String milestone : retracted.milestones()) {
            then = then.withMilestone(milestone, Milestone::retracted);
        }
        for (Actual before : retracted.actuals()) {
            then = stated(then, before);
        }
        return then;
    }

    private static Milestone claimed(Milestone milestone, Claim claim) {
        return switch (claim.status()) {
            case "reached" -> milestone.reached(Objects.requireNonNull(claim.on(), "reached on no day"));
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
            then = value == null ? then : then.withPeriod(actual.periodId(), period -> period.verified(value));
        }
        return then;
    }

    /** The value as it is given: absent is none. */
    static Card stated(Card card, Actual actual) {
        return card.withPeriod(actual.periodId(), period -> period.stated(actual.value()));
    }
}
