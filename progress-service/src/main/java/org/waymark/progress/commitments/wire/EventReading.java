package org.waymark.progress.commitments.wire;

import static java.util.Map.entry;
import static org.waymark.progress.commitments.wire.DomainParts.actuals;
import static org.waymark.progress.commitments.wire.DomainParts.assessment;
import static org.waymark.progress.commitments.wire.DomainParts.code;
import static org.waymark.progress.commitments.wire.DomainParts.report;
import static org.waymark.progress.commitments.wire.DomainParts.retraction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.commitments.domain.UpdateId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Back from a public event to what happened, for a store that is older than the topic: {@link PublicEvents} the other way
 * round. Ids, days, numbers and titles are as they were. Texts never left the store and are not made up: a reason or an
 * answer is empty, a narrative or a description absent, a value in words {@link
 * org.waymark.progress.commitments.domain.Value.Lost}, and of evidence there is only that there was some.
 */
@Component
public class EventReading {

    /** What is known of a text that did not leave: nothing. */
    static final String GONE = "";

    private static final Map<String, Class<? extends PublicEvent>> TYPES = Map.ofEntries(
            entry(PublicEvent.SUBMITTED, PublicEvent.Submitted.class),
            entry(PublicEvent.REVISED, PublicEvent.Revised.class),
            entry(PublicEvent.STATUS_CHANGED, PublicEvent.StatusChanged.class),
            entry(PublicEvent.MILESTONE_ADDED, PublicEvent.MilestoneAdded.class),
            entry(PublicEvent.MILESTONE_REVISED, PublicEvent.MilestoneRevised.class),
            entry(PublicEvent.MILESTONE_RESCHEDULED, PublicEvent.MilestoneRescheduled.class),
            entry(PublicEvent.MILESTONE_VERIFIED, PublicEvent.MilestoneVerified.class),
            entry(PublicEvent.MILESTONE_MISSED, PublicEvent.MilestoneMissed.class),
            entry(PublicEvent.MILESTONE_CANCELLED, PublicEvent.MilestoneCancelled.class),
            entry(PublicEvent.MILESTONE_OVERDUE, PublicEvent.MilestoneOverdue.class),
            entry(PublicEvent.INDICATOR_ADDED, PublicEvent.IndicatorAdded.class),
            entry(PublicEvent.PERIOD_ADDED, PublicEvent.PeriodAdded.class),
            entry(PublicEvent.ACTUAL_CORRECTED, PublicEvent.ActualCorrected.class),
            entry(PublicEvent.PROGRESS_REPORTED, PublicEvent.ProgressReported.class),
            entry(PublicEvent.UPDATE_RESUBMITTED, PublicEvent.UpdateResubmitted.class),
            entry(PublicEvent.UPDATE_VERIFIED, PublicEvent.UpdateVerified.class),
            entry(PublicEvent.UPDATE_RETURNED, PublicEvent.UpdateReturned.class),
            entry(PublicEvent.RETURN_ANSWERED, PublicEvent.ReturnAnswered.class),
            entry(PublicEvent.HEALTH_OVERRIDDEN, PublicEvent.HealthOverridden.class),
            entry(PublicEvent.OVERRIDE_LIFTED, PublicEvent.OverrideLifted.class),
            entry(PublicEvent.HEALTH_CHANGED, PublicEvent.HealthChanged.class),
            entry(PublicEvent.SILENT, PublicEvent.Silent.class));

    private final JsonMapper json;

    EventReading(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /**
     * @param standing what was promised until then; null for the first event
     * @throws RuntimeException where it is no such event, or of a type this version does not know
     */
    public CommitmentEvent read(Event event, @Nullable Promise standing) {
        Class<? extends PublicEvent> type = TYPES.get(event.type());
        if (type == null) {
            throw new IllegalArgumentException("this version does not know " + event.type());
        }
        return happened(json.readValue(event.data(), type), standing);
    }

    static CommitmentEvent happened(PublicEvent event, @Nullable Promise standing) {
        return switch (event) {
            case PublicEvent.Submitted e -> Submissions.submitted(e);
            case PublicEvent.Revised e -> Submissions.revised(e, Objects.requireNonNull(standing, "nothing promised"));
            case PublicEvent.StatusChanged e ->
                new CommitmentEvent.StatusChanged(
                        by(e.organizationId()), code(Status.class, e.from()), code(Status.class, e.to()), null);
            case PublicEvent.MilestoneAdded e ->
                new CommitmentEvent.MilestoneAdded(by(e.organizationId()), DomainParts.milestone(e.milestone()));
            case PublicEvent.MilestoneRevised e ->
                new CommitmentEvent.MilestoneRevised(
                        by(e.organizationId()), milestone(e.milestoneId()), e.title(), e.weight());
            case PublicEvent.MilestoneRescheduled e ->
                new CommitmentEvent.MilestoneRescheduled(
                        by(e.organizationId()), milestone(e.milestoneId()), e.from(), e.to(), GONE);
            case PublicEvent.MilestoneVerified e ->
                new CommitmentEvent.MilestoneVerified(by(e.organizationId()), milestone(e.milestoneId()));
            case PublicEvent.MilestoneMissed e ->
                new CommitmentEvent.MilestoneMissed(by(e.organizationId()), milestone(e.milestoneId()), GONE);
            case PublicEvent.MilestoneCancelled e ->
                new CommitmentEvent.MilestoneCancelled(by(e.organizationId()), milestone(e.milestoneId()), GONE);
            case PublicEvent.MilestoneOverdue e ->
                new CommitmentEvent.MilestoneOverdue(milestone(e.milestoneId()), e.due(), e.backlog());
            case PublicEvent.IndicatorAdded e ->
                new CommitmentEvent.IndicatorAdded(by(e.organizationId()), DomainParts.indicator(e.indicator()));
            case PublicEvent.PeriodAdded e ->
                new CommitmentEvent.PeriodAdded(
                        by(e.organizationId()), new IndicatorId(e.indicatorId()), DomainParts.period(e.period()));
            case PublicEvent.ActualCorrected e ->
                new CommitmentEvent.ActualCorrected(
                        by(e.organizationId()), DomainParts.actual(e.actual()), DomainParts.said(e.before()), GONE);
            case PublicEvent.ProgressReported e ->
                new CommitmentEvent.ProgressReported(
                        update(e.updateId()),
                        by(e.organizationId()),
                        report(assessment(e.assessment()), e.effective(), e.milestones(), e.actuals(), e.evidence()),
                        e.effective(),
                        e.supersedes() == null ? null : update(e.supersedes()),
                        retraction(e.retracted(), e.actuals()));
            case PublicEvent.UpdateResubmitted e ->
                new CommitmentEvent.UpdateResubmitted(
                        update(e.updateId()),
                        e.revision(),
                        by(e.organizationId()),
                        report(assessment(e.assessment()), e.effective(), e.milestones(), e.actuals(), e.evidence()),
                        e.effective(),
                        retraction(e.retracted(), e.actuals()));
            case PublicEvent.UpdateVerified e ->
                new CommitmentEvent.UpdateVerified(
                        update(e.updateId()),
                        e.revision(),
                        by(e.organizationId()),
                        milestones(e.milestones()),
                        actuals(e.actuals()));
            case PublicEvent.UpdateReturned e ->
                new CommitmentEvent.UpdateReturned(update(e.updateId()), e.revision(), by(e.organizationId()), GONE);
            case PublicEvent.ReturnAnswered e ->
                new CommitmentEvent.ReturnAnswered(update(e.updateId()), e.revision(), by(e.organizationId()), GONE);
            case PublicEvent.HealthOverridden e ->
                new CommitmentEvent.HealthOverridden(
                        by(e.organizationId()), code(Health.State.class, e.status()), e.until(), GONE);
            case PublicEvent.OverrideLifted e -> new CommitmentEvent.OverrideLifted(by(e.organizationId()));
            case PublicEvent.HealthChanged e -> new CommitmentEvent.HealthChanged();
            case PublicEvent.Silent e -> new CommitmentEvent.CommitmentSilent(e.lastHeard());
        };
    }

    private static PartnerId by(String organization) {
        return new PartnerId(organization);
    }

    private static MilestoneId milestone(String id) {
        return new MilestoneId(id);
    }

    private static List<MilestoneId> milestones(List<String> ids) {
        return ids.stream().map(MilestoneId::new).toList();
    }

    private static UpdateId update(String id) {
        return new UpdateId(id);
    }
}
