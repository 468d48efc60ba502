package org.waymark.progress.commitments.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Value;

/** A commitment as it is answered, with the ids of its parts. */
record CommitmentView(
        String id,
        long sequence,
        String title,
        @Nullable String description,
        String partnerId,
        List<String> supporting,
        String groupId,
        String level,
        List<String> countries,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end,
        String status,
        HealthView health,
        List<MilestoneView> milestones,
        List<IndicatorView> indicators) {

    record HealthView(String status, List<String> reasons) {}

    record MilestoneView(
            String id,
            String title,
            LocalDate due,
            int weight,
            String status,
            @Nullable LocalDate on,
            boolean overdue) {}

    record IndicatorView(
            String id,
            String title,
            String measure,
            boolean ascending,
            @Nullable BaselineView baseline,
            List<PeriodView> periods) {}

    record BaselineView(int year, @Nullable Object value) {}

    record PeriodView(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable Object target,
            @Nullable Object actual) {}

    /** A published update, with its texts. */
    record UpdateView(
            String id,
            String commitmentId,
            String organizationId,
            long sequence,
            Instant recordedAt,
            LocalDate effective,
            @Nullable String narrative,
            @Nullable String assessment,
            List<ClaimView> milestones,
            List<ActualView> actuals,
            List<EvidenceView> evidence) {}

    record ClaimView(String id, String status, LocalDate on) {}

    record ActualView(
            String indicatorId, String periodId, @Nullable Object value) {}

    record EvidenceView(String url, String title) {}

    static CommitmentView of(Standing standing) {
        Commitment commitment = standing.commitment();
        Promise promise = commitment.promise();
        return new CommitmentView(
                standing.id().value(),
                standing.sequence(),
                promise.title(),
                promise.description(),
                promise.lead().value(),
                promise.supporting().stream().map(PartnerId::value).toList(),
                promise.group().value(),
                Kebab.of(promise.level()),
                promise.countries(),
                promise.sdgTargets(),
                promise.start(),
                promise.end(),
                Kebab.of(commitment.status()),
                new HealthView(
                        Kebab.of(commitment.health().state()),
                        commitment.health().reasons().stream().map(Kebab::of).toList()),
                commitment.milestones().stream().map(CommitmentView::milestone).toList(),
                commitment.indicators().stream().map(CommitmentView::indicator).toList());
    }

    static UpdateView update(String commitment, PastUpdate update) {
        return new UpdateView(
                update.id(),
                commitment,
                update.organizationId(),
                update.sequence(),
                update.recordedAt(),
                LocalDate.parse(update.effective()),
                update.report().narrative(),
                update.report().assessment() == null
                        ? null
                        : Kebab.of(update.report().assessment()),
                update.report().milestones().stream()
                        .map(claim -> new ClaimView(claim.milestone().value(), "reached", claim.on()))
                        .toList(),
                update.report().actuals().stream()
                        .map(one -> new ActualView(
                                one.indicator().value(), one.period().value(), value(one.value())))
                        .toList(),
                update.report().evidence().stream()
                        .map(one -> new EvidenceView(one.url().toString(), one.title()))
                        .toList());
    }

    private static MilestoneView milestone(Milestone milestone) {
        return new MilestoneView(
                milestone.id().value(),
                milestone.title(),
                milestone.due(),
                milestone.weight(),
                milestone.isOpen() ? "planned" : "reached",
                milestone.reachedOn(),
                milestone.overdue());
    }

    private static IndicatorView indicator(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        return new IndicatorView(
                indicator.id().value(),
                indicator.title(),
                Kebab.of(indicator.measure()),
                indicator.ascending(),
                baseline == null ? null : new BaselineView(baseline.year(), value(baseline.value())),
                indicator.periods().stream()
                        .map(one -> new PeriodView(
                                one.id().value(), one.start(), one.end(), value(one.target()), value(one.actual())))
                        .toList());
    }

    private static @Nullable Object value(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Quantity quantity -> new BigDecimal(quantity.number().toPlainString());
            case Value.Words words -> words.text();
        };
    }
}
