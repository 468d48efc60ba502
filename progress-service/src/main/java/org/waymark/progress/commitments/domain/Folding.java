package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Commitment.Stance;
import org.waymark.progress.commitments.domain.CommitmentEvent.*;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Indicator.Statement;
import org.waymark.progress.commitments.domain.Milestone.State;

/** Folds events into a commitment. The health after each is assessed at the moment it is recorded. */
public final class Folding {

    private Folding() {}

    /** @param before null for the first event */
    public static Commitment after(
            @Nullable Commitment before, CommitmentEvent event, Instant recorded, HealthRules rules) {
        Commitment then = before == null ? first(event, recorded) : next(before, event, recorded);
        boolean silenceKnown = event instanceof CommitmentSilent
                || (before != null && before.health().has(Reason.SILENT));
        return then.with(HealthAssessment.of(then, then.day(recorded), rules, silenceKnown));
    }

    private static Commitment first(CommitmentEvent event, Instant recorded) {
        if (!(event instanceof CommitmentSubmitted submitted)) {
            throw new IllegalStateException("a commitment begins by being submitted, not with " + event);
        }
        return new Commitment(
                submitted.promise(),
                submitted.status(),
                null,
                submitted.milestones(),
                submitted.indicators(),
                List.of(),
                List.of(),
                recorded,
                recorded,
                Health.UNKNOWN);
    }

    private static Commitment next(Commitment c, CommitmentEvent event, Instant recorded) {
        return switch (event) {
            case CommitmentSubmitted again -> throw new IllegalStateException("submitted twice: " + again);
            case CommitmentRevised e -> c.with(c.promise().revised(e));
            case StatusChanged e -> c.with(e.to(), e.to() == Status.SUSPENDED ? e.from() : null);
            case MilestoneAdded e -> c.withMilestones(plus(c.milestones(), e.milestone()));
            case MilestoneRevised e -> c.withMilestone(e.milestone(), one -> one.revised(e.title(), e.weight()));
            case MilestoneRescheduled e -> c.withMilestone(e.milestone(), one -> one.rescheduled(e.to()));
            case MilestoneVerified e -> c.withMilestone(e.milestone(), one -> one.closed(State.VERIFIED));
            case MilestoneMissed e -> c.withMilestone(e.milestone(), one -> one.closed(State.MISSED));
            case MilestoneCancelled e -> c.withMilestone(e.milestone(), one -> one.closed(State.CANCELLED));
            case MilestoneOverdue e -> c.withMilestone(e.milestone(), Milestone::recordedOverdue);
            case IndicatorAdded e -> c.withIndicators(plus(c.indicators(), e.indicator()));
            case PeriodAdded e -> c.withIndicator(e.indicator(), one -> one.with(plus(one.periods(), e.period())));
            case ActualCorrected e -> corrected(c, e.actual());
            case ProgressReported e -> reported(c, e, recorded);
            case UpdateResubmitted e -> resubmitted(c, e, recorded);
            case UpdateVerified e -> verified(c, e);
            case UpdateReturned e -> c.withReviews(map(c, e.id(), Review::returned));
            case ReturnAnswered e -> c.withReviews(map(c, e.id(), Review::answer));
            case HealthOverridden e ->
                c.with(new Health(c.health().computed(), List.of(), new Health.Override(e.state(), e.until())));
            case OverrideLifted e -> c.with(new Health(c.health().computed(), List.of(), null));
            case CommitmentSilent e -> c;
            case HealthChanged e -> c;
        };
    }

    private static Commitment reported(Commitment c, ProgressReported e, Instant recorded) {
        UpdateId superseded = e.supersedes();
        Commitment without = superseded == null ? c : retracted(c, superseded, e.retracted());
        List<Review> reviews = without.reviews().stream()
                .filter(one -> !one.update().equals(superseded))
                .toList();
        return said(without, e.id(), e.partner(), e.report(), e.effective())
                .withReviews(Review.with(reviews, Review.of(e.id(), e.partner(), e.effective())))
                .heardAt(recorded);
    }

    private static Commitment resubmitted(Commitment c, UpdateResubmitted e, Instant recorded) {
        return said(retracted(c, e.id(), e.retracted()), e.id(), e.partner(), e.report(), e.effective())
                .withReviews(map(c, e.id(), one -> one.resubmitted(e.revision(), e.effective())))
                .heardAt(recorded);
    }

    /** As if {@code earlier} had not been said; what its successor says of it again follows. */
    private static Commitment retracted(Commitment c, UpdateId earlier, Retraction retraction) {
        Commitment then = c;
        for (MilestoneId id : retraction.milestones()) {
            then = then.withMilestone(id, Milestone::retracted);
        }
        return then.withIndicators(then.indicators().stream()
                        .map(one -> one.without(earlier))
                        .toList())
                .withStances(then.stances().stream()
                        .filter(one -> !earlier.equals(one.update()))
                        .toList());
    }

    private static Commitment said(
            Commitment c, UpdateId update, PartnerId partner, Report report, LocalDate effective) {
        boolean evidenced = !report.evidence().isEmpty();
        Commitment then = assessed(c, update, report.assessment());
        for (Report.Claim claim : report.milestones()) {
            then = then.withMilestone(
                    claim.milestone(),
                    one -> claim.on() == null
                            ? one.begun()
                            : one.reached(new Milestone.Claim(update, partner, claim.on(), evidenced)));
        }
        for (Report.Actual actual : report.actuals()) {
            Statement statement = new Statement(actual.value(), actual.disaggregation(), update, effective);
            then = then.withIndicator(actual.indicator(), one -> one.with(actual.period(), p -> p.stated(statement)));
        }
        return then;
    }

    private static Commitment assessed(Commitment c, UpdateId update, @Nullable Assessment said) {
        return said == null
                ? c
                : c.withStances(Stream.concat(Stream.of(new Stance(update, said)), c.stances().stream())
                        .limit(Stance.KEPT)
                        .toList());
    }

    /**
     * Whoever had said it has said it differently: who said it, and what stood before that, remain. That an import had
     * said it in words is forgotten where a store is made again from what was published.
     */
    private static Commitment corrected(Commitment c, Report.Actual actual) {
        return c.withIndicator(
                actual.indicator(),
                one -> one.with(actual.period(), period -> {
                    Statement wrong = period.actual();
                    return period.restated(new Statement(
                            actual.value(),
                            actual.disaggregation(),
                            wrong == null ? null : wrong.update(),
                            wrong == null ? LocalDate.MIN : wrong.effective()));
                }));
    }

    private static Commitment verified(Commitment c, UpdateVerified e) {
        Commitment then = c;
        for (MilestoneId id : e.milestones()) {
            then = then.withMilestone(id, one -> one.closed(State.VERIFIED));
        }
        for (Report.Actual actual : e.actuals()) {
            then = then.withIndicator(
                    actual.indicator(), one -> one.with(actual.period(), period -> period.verified(actual.value())));
        }
        return then.withReviews(
                c.reviews().stream().filter(one -> !one.update().equals(e.id())).toList());
    }

    private static List<Review> map(Commitment c, UpdateId id, UnaryOperator<Review> change) {
        return c.reviews().stream()
                .map(one -> one.update().equals(id) ? change.apply(one) : one)
                .toList();
    }

    private static <T> List<T> plus(List<T> standing, T added) {
        return Stream.concat(standing.stream(), Stream.of(added)).toList();
    }
}
