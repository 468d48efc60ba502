package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card.Indicator;
import org.waymark.progress.dashboard.domain.Card.LastUpdate;
import org.waymark.progress.dashboard.domain.Card.Milestone;
import org.waymark.progress.dashboard.domain.Card.Period;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneOverdue;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ProgressReported;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Revised;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Submitted;

/** Folds a commitment's events into its card: a pure function of the card, the event and when it was recorded. */
public final class CardFold {

    private CardFold() {}

    public static Card apply(@Nullable Card before, CommitmentEvents event, Instant recorded) {
        if (before == null && event instanceof Submitted submitted) {
            return submitted(submitted, recorded);
        }
        Card card = Objects.requireNonNull(before, "the first event of a commitment is its submission");
        return switch (event) {
            case Submitted again -> throw new IllegalArgumentException("submitted twice: " + again.title());
            case Revised revised -> revised(card, revised, recorded);
            case ProgressReported reported -> reported(card, reported, recorded);
            case MilestoneOverdue overdue -> overdue(card, overdue, recorded);
        };
    }

    static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Card submitted(Submitted event, Instant recorded) {
        return new Card(
                event.title(),
                event.lead().partnerId(),
                event.supporting(),
                event.groupId(),
                event.level(),
                event.countries(),
                event.sdgTargets(),
                event.start(),
                event.end(),
                event.status(),
                event.health(),
                event.milestones().stream()
                        .map(one -> new Milestone(one.id(), one.title(), one.due(), one.weight(), null, null))
                        .toList(),
                event.indicators().stream().map(CardFold::indicator).toList(),
                day(recorded),
                0,
                null,
                recorded);
    }

    private static Indicator indicator(CommitmentEvents.NewIndicator one) {
        return new Indicator(
                one.id(),
                one.title(),
                one.measure(),
                one.ascending(),
                one.baseline() == null ? null : one.baseline().value(),
                one.periods().stream()
                        .map(p -> new Period(p.id(), p.start(), p.end(), p.target(), p.actual()))
                        .toList());
    }

    private static Card revised(Card card, Revised event, Instant recorded) {
        return new Card(
                event.title(),
                card.lead(),
                card.supporting(),
                card.group(),
                card.level(),
                card.countries(),
                card.sdgTargets(),
                event.start(),
                event.end(),
                card.status(),
                card.health(),
                card.milestones(),
                card.indicators(),
                card.submittedOn(),
                card.updates(),
                card.lastUpdate(),
                recorded);
    }

    private static Card reported(Card card, ProgressReported event, Instant recorded) {
        Map<String, LocalDate> reached = new HashMap<>();
        event.milestones().forEach(claim -> reached.put(claim.id(), claim.on()));
        List<Milestone> milestones = card.milestones().stream()
                .map(one -> reached.containsKey(one.id())
                        ? new Milestone(
                                one.id(), one.title(), one.due(), one.weight(), reached.get(one.id()), one.overdueOn())
                        : one)
                .toList();
        LastUpdate last = new LastUpdate(
                event.updateId(), event.organizationId(), recorded, event.effective(), event.assessment());
        return with(card, event.health(), milestones, measured(card, event), card.updates() + 1, last, recorded);
    }

    private static List<Indicator> measured(Card card, ProgressReported event) {
        Map<String, BigDecimal> actuals = new HashMap<>();
        event.actuals().forEach(actual -> {
            if (actual.value() != null) {
                actuals.put(actual.periodId(), actual.value());
            }
        });
        return card.indicators().stream()
                .map(one -> new Indicator(
                        one.id(),
                        one.title(),
                        one.measure(),
                        one.ascending(),
                        one.baseline(),
                        one.periods().stream()
                                .map(p -> new Period(
                                        p.id(),
                                        p.start(),
                                        p.end(),
                                        p.target(),
                                        actuals.getOrDefault(p.id(), p.actual())))
                                .toList()))
                .toList();
    }

    private static Card overdue(Card card, MilestoneOverdue event, Instant recorded) {
        List<Milestone> milestones = card.milestones().stream()
                .map(one -> one.id().equals(event.milestoneId())
                        ? new Milestone(
                                one.id(),
                                one.title(),
                                one.due(),
                                one.weight(),
                                one.on(),
                                event.due().plusDays(1))
                        : one)
                .toList();
        return with(card, event.health(), milestones, card.indicators(), card.updates(), card.lastUpdate(), recorded);
    }

    private static Card with(
            Card card,
            Card.Health health,
            List<Milestone> milestones,
            List<Indicator> indicators,
            long updates,
            @Nullable LastUpdate last,
            Instant recorded) {
        return new Card(
                card.title(),
                card.lead(),
                card.supporting(),
                card.group(),
                card.level(),
                card.countries(),
                card.sdgTargets(),
                card.start(),
                card.end(),
                card.status(),
                health,
                milestones,
                indicators,
                card.submittedOn(),
                updates,
                last,
                recorded);
    }
}
