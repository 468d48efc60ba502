package org.waymark.notification.watch.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent.ActualCorrected;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.FellSilent;
import org.waymark.notification.watch.domain.CommitmentEvent.IndicatorAdded;
import org.waymark.notification.watch.domain.CommitmentEvent.Judged;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneClosed;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.notification.watch.domain.CommitmentEvent.PeriodAdded;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
import org.waymark.notification.watch.domain.CommitmentEvent.StatusChanged;
import org.waymark.notification.watch.domain.CommitmentEvent.Submitted;
import org.waymark.notification.watch.domain.CommitmentEvent.UpdateReturned;
import org.waymark.notification.watch.domain.CommitmentEvent.UpdateVerified;
import org.waymark.notification.watch.domain.Milestone.State;
import org.waymark.notification.watch.domain.Watch.Assessed;
import org.waymark.notification.watch.domain.Watch.Subject;

/** Folds events into a watch. */
public final class Folding {

    private Folding() {}

    /**
     * @param watch null before the first event
     * @throws IllegalArgumentException where the event makes no sense after what is known; it is then not understood
     */
    public static Watch after(@Nullable Watch watch, Heard heard) {
        Watch next = what(watch, heard);
        return heard.health() == null ? next : next.with(next.health().after(heard.health(), heard.what()));
    }

    private static Watch what(@Nullable Watch watch, Heard heard) {
        CommitmentEvent event = heard.what();
        if (event instanceof Submitted submitted) {
            if (watch != null) {
                throw new IllegalArgumentException("a commitment is submitted once");
            }
            return submitted(submitted);
        }
        if (watch == null) {
            throw new IllegalArgumentException("a commitment begins with its submission");
        }
        return next(watch, event, event.sequence(), heard.recorded());
    }

    private static Watch submitted(Submitted event) {
        return new Watch(
                new Subject(event.commitmentId(), event.title(), event.leadPartnerId(), event.groupId(), event.zone()),
                new LifeCycle(event.status(), event.sequence()),
                event.milestones().stream()
                        .map(promise -> Milestone.planned(promise, event.sequence()))
                        .toList(),
                null,
                Health.UNKNOWN,
                null,
                event.indicators().stream().map(Indicator::of).toList(),
                List.of());
    }

    private static Watch next(Watch watch, CommitmentEvent event, long sequence, Instant recorded) {
        return switch (event) {
            case Submitted again -> throw new IllegalArgumentException("a commitment is submitted once");
            case Revised e -> watch.with(watch.subject().revised(e.title(), e.zone()));
            case StatusChanged e -> watch.with(watch.lifeCycle().to(e.to(), sequence));
            case MilestoneAdded e -> added(watch, Milestone.planned(e.milestone(), sequence));
            case MilestoneRevised e -> milestone(watch, e.milestoneId(), one -> one.titled(e.title()));
            case MilestoneRescheduled e -> milestone(watch, e.milestoneId(), one -> one.rescheduled(e.to(), sequence));
            case MilestoneClosed e -> milestone(watch, e.milestoneId(), one -> one.to(e.how(), sequence));
            case BecameOverdue e -> milestone(watch, e.milestoneId(), one -> one.overdue(e.due(), sequence));
            case ProgressReported e -> reported(watch.withReviews(Review.with(watch.reviews(), e, recorded)), e);
            case IndicatorAdded e -> watch.withIndicators(plus(watch.indicators(), Indicator.of(e.indicator())));
            case PeriodAdded e -> indicator(watch, e.indicatorId(), one -> one.with(e.period()));
            case ActualCorrected e ->
                indicator(watch, e.actual().indicatorId(), one -> one.corrected(e.actual(), sequence));
            case UpdateVerified e -> verified(watch, e);
            case UpdateReturned e ->
                watch.withReviews(Review.returned(watch.reviews(), e.updateId(), sequence, recorded));
            case FellSilent e -> watch.with(new Silence(e.lastHeard(), sequence));
            case Judged e -> watch;
        };
    }

    private static Watch reported(Watch watch, ProgressReported event) {
        long sequence = event.sequence();
        Watch next = watch.with((Silence) null);
        for (String id : event.retracted()) {
            next = milestone(next, id, one -> one.retracted(sequence));
        }
        for (CommitmentEvent.Claim claim : event.reached()) {
            next = milestone(
                    next,
                    claim.milestoneId(),
                    one -> one.claimed(sequence, event.source().evidenced() || event.backlog()));
        }
        for (CommitmentEvent.Actual actual : event.values().retracted()) {
            next = indicator(next, actual.indicatorId(), one -> one.retracted(actual));
        }
        for (CommitmentEvent.Actual actual : event.values().given()) {
            next = indicator(next, actual.indicatorId(), one -> one.reported(actual, event));
        }
        return assessed(next, event);
    }

    private static Watch assessed(Watch watch, ProgressReported event) {
        if (event.unassessed()) {
            return watch.with((Assessed) null);
        }
        Assessed standing = watch.assessed();
        Assessment now = event.assessment();
        return now == null || (standing != null && standing.assessment() == now)
                ? watch
                : watch.with(new Assessed(now, event.sequence()));
    }

    private static Watch verified(Watch watch, UpdateVerified event) {
        Watch next = watch.withReviews(Review.without(watch.reviews(), event.updateId()));
        for (String id : event.milestones()) {
            next = milestone(next, id, one -> one.to(State.VERIFIED, event.sequence()));
        }
        for (CommitmentEvent.Actual actual : event.actuals()) {
            next = indicator(next, actual.indicatorId(), one -> one.verified(actual));
        }
        return next;
    }

    private static Watch added(Watch watch, Milestone added) {
        if (watch.find(added.id()).isPresent()) {
            throw new IllegalArgumentException("the commitment has the milestone " + added.id() + " already");
        }
        return watch.withMilestones(plus(watch.milestones(), added));
    }

    private static Watch milestone(Watch watch, String id, UnaryOperator<Milestone> change) {
        Milestone changed = change.apply(watch.milestone(id));
        return watch.withMilestones(watch.milestones().stream()
                .map(one -> one.id().equals(id) ? changed : one)
                .toList());
    }

    private static Watch indicator(Watch watch, String id, UnaryOperator<Indicator> change) {
        Indicator changed = change.apply(watch.indicator(id));
        return watch.withIndicators(watch.indicators().stream()
                .map(one -> one.id().equals(id) ? changed : one)
                .toList());
    }

    private static <T> List<T> plus(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
