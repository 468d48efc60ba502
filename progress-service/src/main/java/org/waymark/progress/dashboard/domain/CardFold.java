package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.*;
import org.waymark.progress.dashboard.domain.Milestone.State;

/**
 * Folds a commitment's events into its card: a pure function of the card, the event and when it was recorded. What follows
 * was recorded no earlier than what it follows, though the clocks of those who wrote the two may say so.
 */
public final class CardFold {

    private CardFold() {}

    public static Card apply(@Nullable Card before, CommitmentEvents event, Instant time) {
        if (before == null && event instanceof Submitted submitted) {
            return submitted(submitted, time);
        }
        Card card = Objects.requireNonNull(before, "the first event of a commitment is its submission");
        if (event instanceof OfUpdate said) {
            Objects.requireNonNull(said.updateId(), "updateId");
            Objects.requireNonNull(said.organizationId(), "organizationId");
        }
        Instant recorded = time.isAfter(card.changedAt()) ? time : card.changedAt();
        return next(card, event, recorded).with(health(card, event), recorded);
    }

    static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Card next(Card card, CommitmentEvents event, Instant recorded) {
        LocalDate today = day(recorded);
        return switch (event) {
            case Submitted again -> throw new IllegalArgumentException("submitted twice: " + again.title());
            case Revised e -> revised(card, e);
            case StatusChanged e -> card.with(e.to());
            case MilestoneAdded e ->
                card.withMilestones(plus(card.milestones(), Milestone.planned(e.milestone(), today)));
            case MilestoneRevised e -> card.withMilestone(e.milestoneId(), one -> one.revised(e.title(), e.weight()));
            case MilestoneRescheduled e ->
                card.withMilestone(e.milestoneId(), one -> one.rescheduled(e.from(), e.to(), today));
            case MilestoneVerified e -> card.withMilestone(e.milestoneId(), one -> one.verified(today));
            case MilestoneMissed e -> card.withMilestone(e.milestoneId(), one -> one.closed(State.MISSED, today));
            case MilestoneCancelled e -> card.withMilestone(e.milestoneId(), one -> one.closed(State.CANCELLED, today));
            case MilestoneOverdue e -> card.withMilestone(e.milestoneId(), one -> one.overdue(e.due()));
            case IndicatorAdded e ->
                card.withIndicators(plus(card.indicators(), Indicator.planned(e.indicator(), today)));
            case PeriodAdded e -> periodAdded(card, e, today);
            case ActualCorrected e -> ReportFold.corrected(card, e.actual(), today);
            case ProgressReported e ->
                ReportFold.said(card, ReportFold.Report.of(e), today)
                        .with(card.updates().reported(e, recorded));
            case UpdateResubmitted e ->
                ReportFold.said(card, ReportFold.Report.of(e), today)
                        .with(card.updates().resubmitted(e, recorded));
            case UpdateVerified e ->
                ReportFold.verified(card, e, today).with(card.updates().verified(e.updateId()));
            case UpdateReturned e -> card.with(card.updates().returned(e.updateId()));
            case ReturnAnswered e -> card;
            case HealthOverridden e -> card;
            case OverrideLifted e -> card;
            case HealthChanged e -> card;
            case Silent e -> card;
        };
    }

    /** Every event brings the health after it, but for revisions of an earlier version: these left it as it was. */
    private static Card.Health health(Card card, CommitmentEvents event) {
        Card.Health after = event.health();
        return event instanceof Revised && after == null ? card.health() : Objects.requireNonNull(after, "health");
    }

    private static Card submitted(Submitted event, Instant recorded) {
        LocalDate today = day(recorded);
        List<String> regions = Objects.requireNonNullElse(event.regions(), List.of());
        return new Card(
                new Card.Promise(
                        event.title(),
                        event.lead().partnerId(),
                        event.supporting(),
                        new Card.Place(event.groupId(), event.workstream(), event.workPlanYear()),
                        new Card.Reach(event.level(), event.countries(), regions, event.sdgTargets()),
                        event.start(),
                        event.end()),
                event.status(),
                event.health(),
                event.milestones().stream()
                        .map(one -> Milestone.planned(one, today))
                        .toList(),
                event.indicators().stream()
                        .map(one -> Indicator.planned(one, today))
                        .toList(),
                Updates.NONE,
                today,
                recorded);
    }

    private static Card revised(Card card, Revised event) {
        Card.Promise promise = card.promise();
        return card.with(new Card.Promise(
                event.title(),
                promise.lead(),
                Objects.requireNonNullElse(event.supporting(), promise.supporting()),
                promise.place(),
                promise.reach(),
                event.start(),
                event.end()));
    }

    private static Card periodAdded(Card card, PeriodAdded event, LocalDate today) {
        return card.withIndicators(card.indicators().stream()
                .map(one -> one.id().equals(event.indicatorId())
                        ? one.with(plus(one.periods(), Indicator.Period.planned(event.period(), today)))
                        : one)
                .toList());
    }

    private static <T> List<T> plus(List<T> standing, T added) {
        return Stream.concat(standing.stream(), Stream.of(added)).toList();
    }
}
