package org.waymark.progress.commitments.wire;

import static org.waymark.progress.commitments.wire.PublicParts.claims;
import static org.waymark.progress.commitments.wire.PublicParts.hash;
import static org.waymark.progress.commitments.wire.PublicParts.hashIfAny;
import static org.waymark.progress.commitments.wire.PublicParts.health;
import static org.waymark.progress.commitments.wire.PublicParts.number;

import java.time.Instant;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.wire.PublicEvent.PublicHealth;
import tools.jackson.databind.json.JsonMapper;

/** Says a commitment's events in public: maps each to its public form and serializes it, once. */
@Component
public class PublicEvents {

    private final JsonMapper json;

    PublicEvents(JsonMapper json) {
        this.json = json;
    }

    /** @param then the commitment's health after the event */
    public NewEvent event(CommitmentEvent event, Health then, Instant recorded, Document memo) {
        PublicEvent published = published(event, health(then));
        return new NewEvent(published.type(), recorded, json.writeValueAsBytes(published), memo);
    }

    static PublicEvent published(CommitmentEvent event, PublicHealth health) {
        return switch (event) {
            case CommitmentEvent.CommitmentSubmitted e -> submitted(e, health);
            case CommitmentEvent.CommitmentRevised e -> revised(e, health);
            case CommitmentEvent.StatusChanged e ->
                new PublicEvent.StatusChanged(
                        Kebab.of(e.from()), Kebab.of(e.to()), hashIfAny(e.reason()), health, e.by().value());
            case CommitmentEvent.MilestoneAdded e ->
                new PublicEvent.MilestoneAdded(PublicParts.milestone(e.milestone()), health, e.by().value());
            case CommitmentEvent.MilestoneRevised e ->
                new PublicEvent.MilestoneRevised(e.milestone().value(), e.title(), e.weight(), health, e.by().value());
            case CommitmentEvent.MilestoneRescheduled e ->
                new PublicEvent.MilestoneRescheduled(
                        e.milestone().value(), e.from(), e.to(), hash(e.reason()), health, e.by().value());
            case CommitmentEvent.MilestoneVerified e ->
                new PublicEvent.MilestoneVerified(e.milestone().value(), health, e.by().value());
            case CommitmentEvent.MilestoneMissed e ->
                new PublicEvent.MilestoneMissed(e.milestone().value(), hash(e.reason()), health, e.by().value());
            case CommitmentEvent.MilestoneCancelled e ->
                new PublicEvent.MilestoneCancelled(e.milestone().value(), hash(e.reason()), health, e.by().value());
            case CommitmentEvent.MilestoneOverdue e ->
                new PublicEvent.MilestoneOverdue(e.milestone().value(), e.due(), health, e.backlog());
            case CommitmentEvent.IndicatorAdded e ->
                new PublicEvent.IndicatorAdded(PublicParts.indicator(e.indicator()), health, e.by().value());
            case CommitmentEvent.PeriodAdded e ->
                new PublicEvent.PeriodAdded(
                        e.indicator().value(), PublicParts.period(e.period()), health, e.by().value());
            case CommitmentEvent.ActualCorrected e ->
                new PublicEvent.ActualCorrected(
                        PublicParts.actual(e.actual()), number(e.before()), hash(e.reason()), health, e.by().value());
            case CommitmentEvent.ProgressReported e -> reported(e, health);
            case CommitmentEvent.UpdateResubmitted e -> resubmitted(e, health);
            case CommitmentEvent.UpdateVerified e ->
                new PublicEvent.UpdateVerified(
                        e.id().value(),
                        e.revision(),
                        e.milestones().stream().map(MilestoneId::value).toList(),
                        e.actuals().stream().map(PublicParts::actual).toList(),
                        health,
                        e.by().value());
            case CommitmentEvent.UpdateReturned e ->
                new PublicEvent.UpdateReturned(e.id().value(), e.revision(), hash(e.reason()), health, e.by().value());
            case CommitmentEvent.ReturnAnswered e ->
                new PublicEvent.ReturnAnswered(
                        e.id().value(),
                        e.revision(),
                        hash(e.answer()),
                        health,
                        e.partner().value());
            case CommitmentEvent.HealthOverridden e ->
                new PublicEvent.HealthOverridden(
                        Kebab.of(e.state()), e.until(), hash(e.reason()), health, e.by().value());
            case CommitmentEvent.OverrideLifted e -> new PublicEvent.OverrideLifted(health, e.by().value());
            case CommitmentEvent.CommitmentSilent e -> new PublicEvent.Silent(e.lastHeard(), health);
            case CommitmentEvent.HealthChanged e -> new PublicEvent.HealthChanged(health);
        };
    }

    private static PublicEvent submitted(CommitmentEvent.CommitmentSubmitted event, PublicHealth health) {
        Promise promise = event.promise();
        Promise.Reach reach = promise.reach();
        return new PublicEvent.Submitted(
                promise.title(),
                PublicParts.lead(promise.lead(), event.origin()),
                promise.supporting().stream().map(PartnerId::value).toList(),
                promise.group().value(),
                promise.plan().workstream(),
                promise.plan().year(),
                Kebab.of(reach.level()),
                reach.countries(),
                reach.regions().isEmpty() ? null : reach.regions(),
                reach.sdgTargets(),
                promise.start(),
                promise.end(),
                PublicParts.zone(promise.timeZone()),
                Kebab.of(event.status()),
                hashIfAny(promise.description()),
                event.milestones().stream().map(PublicParts::milestone).toList(),
                event.indicators().stream().map(PublicParts::indicator).toList(),
                health,
                event.by().secretariat() ? "secretariat" : "partner",
                event.by().backlog());
    }

    private static PublicEvent revised(CommitmentEvent.CommitmentRevised event, PublicHealth health) {
        return new PublicEvent.Revised(
                event.title(),
                event.start(),
                event.end(),
                event.supporting().stream().map(PartnerId::value).toList(),
                PublicParts.zone(event.timeZone()),
                hashIfAny(event.description()),
                health,
                event.by().value());
    }

    private static PublicEvent reported(CommitmentEvent.ProgressReported event, PublicHealth health) {
        Report report = event.report();
        return new PublicEvent.ProgressReported(
                event.id().value(),
                event.partner().value(),
                report.assessment() == null ? null : Kebab.of(report.assessment()),
                event.effective(),
                claims(report),
                PublicParts.actuals(report, event.retracted()),
                report.evidence().size(),
                hashIfAny(report.words().narrative()),
                event.supersedes() == null ? null : event.supersedes().value(),
                PublicParts.retraction(event.retracted()),
                health,
                "partner",
                false);
    }

    private static PublicEvent resubmitted(CommitmentEvent.UpdateResubmitted event, PublicHealth health) {
        Report report = event.report();
        return new PublicEvent.UpdateResubmitted(
                event.id().value(),
                event.revision(),
                event.partner().value(),
                report.assessment() == null ? null : Kebab.of(report.assessment()),
                event.effective(),
                claims(report),
                PublicParts.actuals(report, event.retracted()),
                report.evidence().size(),
                hashIfAny(report.words().narrative()),
                PublicParts.retraction(event.retracted()),
                health);
    }
}
