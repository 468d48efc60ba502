package org.waymark.progress.commitments.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.platform.Uuids;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Value;
import org.waymark.progress.commitments.wire.PublicEvent.Lead;
import org.waymark.progress.commitments.wire.PublicEvent.PublicActual;
import org.waymark.progress.commitments.wire.PublicEvent.PublicBaseline;
import org.waymark.progress.commitments.wire.PublicEvent.PublicClaim;
import org.waymark.progress.commitments.wire.PublicEvent.PublicHealth;
import org.waymark.progress.commitments.wire.PublicEvent.PublicIndicator;
import org.waymark.progress.commitments.wire.PublicEvent.PublicMilestone;
import org.waymark.progress.commitments.wire.PublicEvent.PublicPeriod;
import tools.jackson.databind.json.JsonMapper;

/** Says a commitment's events in public: maps each to its public form and serializes it, once. */
@Component
public class PublicEvents {

    private final JsonMapper json;

    PublicEvents(JsonMapper json) {
        this.json = json;
    }

    public NewEvent event(CommitmentEvent event, Instant recorded, Document memo) {
        PublicEvent published = published(event);
        return new NewEvent(published.type(), recorded, json.writeValueAsBytes(published), memo);
    }

    static PublicEvent published(CommitmentEvent event) {
        return switch (event) {
            case CommitmentEvent.CommitmentSubmitted submitted -> submitted(submitted);
            case CommitmentEvent.CommitmentRevised revised ->
                new PublicEvent.Revised(
                        revised.title(),
                        revised.start(),
                        revised.end(),
                        hash(revised.description()),
                        revised.partner().value());
            case CommitmentEvent.ProgressReported reported -> reported(reported);
            case CommitmentEvent.MilestoneOverdue overdue ->
                new PublicEvent.MilestoneOverdue(
                        overdue.milestone().value(), overdue.due(), health(overdue.health()), false);
        };
    }

    private static PublicEvent submitted(CommitmentEvent.CommitmentSubmitted event) {
        Promise promise = event.promise();
        return new PublicEvent.Submitted(
                promise.title(),
                lead(promise.lead(), event.origin()),
                promise.supporting().stream().map(PartnerId::value).toList(),
                promise.group().value(),
                Kebab.of(promise.level()),
                promise.countries(),
                promise.sdgTargets(),
                promise.start(),
                promise.end(),
                Kebab.of(event.status()),
                hash(promise.description()),
                event.milestones().stream()
                        .map(one -> new PublicMilestone(one.id().value(), one.title(), one.due(), one.weight()))
                        .toList(),
                event.indicators().stream().map(PublicEvents::indicator).toList(),
                health(Health.UNKNOWN),
                event.by().secretariat() ? "secretariat" : "partner",
                event.by().backlog());
    }

    private static PublicEvent reported(CommitmentEvent.ProgressReported event) {
        Report report = event.report();
        return new PublicEvent.ProgressReported(
                event.id().value(),
                event.partner().value(),
                report.assessment() == null ? null : Kebab.of(report.assessment()),
                event.effective(),
                report.milestones().stream()
                        .map(claim -> new PublicClaim(claim.milestone().value(), "reached", claim.on()))
                        .toList(),
                report.actuals().stream()
                        .map(actual -> new PublicActual(
                                actual.indicator().value(), actual.period().value(), number(actual.value())))
                        .toList(),
                report.evidence().size(),
                hash(report.narrative()),
                health(event.health()),
                "partner",
                false);
    }

    private static Lead lead(PartnerId partner, @Nullable Introduction origin) {
        return origin == null
                ? new Lead(partner.value(), null, null, null)
                : new Lead(partner.value(), origin.orgId(), origin.name(), origin.type());
    }

    private static PublicIndicator indicator(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        return new PublicIndicator(
                indicator.id().value(),
                indicator.title(),
                Kebab.of(indicator.measure()),
                indicator.ascending(),
                baseline == null ? null : new PublicBaseline(baseline.year(), number(baseline.value())),
                indicator.periods().stream()
                        .map(one -> new PublicPeriod(
                                one.id().value(), one.start(), one.end(), number(one.target()), number(one.actual())))
                        .toList());
    }

    private static PublicHealth health(Health health) {
        return new PublicHealth(
                Kebab.of(health.state()),
                health.reasons().stream().map(Kebab::of).toList());
    }

    /** Words stay at home. */
    private static @Nullable BigDecimal number(@Nullable Value value) {
        return value instanceof Value.Quantity quantity ? quantity.number() : null;
    }

    private static @Nullable String hash(@Nullable String text) {
        return text == null ? null : "sha256:" + HexFormat.of().formatHex(Uuids.sha256(text));
    }
}
