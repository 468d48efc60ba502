package org.waymark.progress.commitments.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;

/**
 * A commitment as it is answered, with the ids of its parts.
 *
 * @param lastHeard when a partner last reported, or submitted it
 * @param reviews updates that wait for a reviewer or, returned, for their author
 */
record CommitmentView(
        String id,
        long sequence,
        String title,
        @Nullable String description,
        String partnerId,
        List<String> supporting,
        String groupId,
        @Nullable String workstream,
        @Nullable Integer workPlanYear,
        String level,
        List<String> countries,
        List<String> regions,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end,
        String timeZone,
        String status,
        HealthView health,
        Instant submittedAt,
        Instant lastHeard,
        List<MilestoneView> milestones,
        List<IndicatorView> indicators,
        List<ReviewState> reviews) {

    /** {@code status} is in force: the override's while there is one, else the computed. */
    record HealthView(
            String status, List<String> reasons, @Nullable OverrideView override) {}

    record OverrideView(String computed, LocalDate until) {}

    /** {@code on} is the day it was reached, as claimed by {@code updateId}. */
    record MilestoneView(
            String id,
            String title,
            LocalDate originalDue,
            LocalDate due,
            int weight,
            String status,
            @Nullable LocalDate on,
            @Nullable String updateId,
            boolean overdue,
            int slips,
            int slippedDays) {}

    record IndicatorView(
            String id,
            String title,
            String measure,
            boolean ascending,
            @Nullable BaselineView baseline,
            List<PeriodView> periods) {}

    record BaselineView(int year, @Nullable Object value) {}

    /** {@code actual} as reported, {@code verified} as a reviewer found it. */
    record PeriodView(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable Object target,
            @Nullable Object actual,
            @Nullable Map<String, SortedMap<String, BigDecimal>> disaggregation,
            @Nullable Object verified) {}

    record ReviewState(String updateId, String organizationId, int revision, String status) {}

    static CommitmentView of(Standing standing) {
        Commitment commitment = standing.commitment();
        Promise promise = commitment.promise();
        Promise.Reach reach = promise.reach();
        return new CommitmentView(
                standing.id().value(),
                standing.sequence(),
                promise.title(),
                promise.description(),
                promise.lead().value(),
                promise.supporting().stream().map(PartnerId::value).toList(),
                promise.group().value(),
                promise.plan().workstream(),
                promise.plan().year(),
                Kebab.of(reach.level()),
                reach.countries(),
                reach.regions(),
                reach.sdgTargets(),
                promise.start(),
                promise.end(),
                promise.timeZone().getId(),
                Kebab.of(commitment.status()),
                health(commitment.health()),
                commitment.submittedAt(),
                commitment.heard(),
                commitment.milestones().stream().map(CommitmentView::milestone).toList(),
                commitment.indicators().stream().map(CommitmentView::indicator).toList(),
                commitment.reviews().stream()
                        .map(one -> new ReviewState(
                                one.update().value(), one.author().value(), one.revision(), Kebab.of(one.state())))
                        .toList());
    }

    private static HealthView health(Health health) {
        Health.Override override = health.override();
        return new HealthView(
                Kebab.of(health.state()),
                health.reasons().stream().map(Kebab::of).toList(),
                override == null ? null : new OverrideView(Kebab.of(health.computed()), override.until()));
    }

    private static MilestoneView milestone(Milestone milestone) {
        Milestone.Claim claim = milestone.claim();
        return new MilestoneView(
                milestone.id().value(),
                milestone.title(),
                milestone.originalDue(),
                milestone.due(),
                milestone.weight(),
                Kebab.of(milestone.state()),
                claim == null ? null : claim.on(),
                claim == null ? null : claim.update().value(),
                milestone.overdue(),
                milestone.slips(),
                milestone.slippedDays());
    }

    private static IndicatorView indicator(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        return new IndicatorView(
                indicator.id().value(),
                indicator.title(),
                Kebab.of(indicator.measure()),
                indicator.ascending(),
                baseline == null ? null : new BaselineView(baseline.year(), ValueMapping.json(baseline.value())),
                indicator.periods().stream().map(CommitmentView::period).toList());
    }

    private static PeriodView period(Indicator.Period period) {
        Indicator.Statement actual = period.actual();
        return new PeriodView(
                period.id().value(),
                period.start(),
                period.end(),
                ValueMapping.json(period.target()),
                actual == null ? null : ValueMapping.json(actual.value()),
                actual == null ? null : ValueMapping.json(actual.disaggregation()),
                ValueMapping.json(period.verified()));
    }
}
