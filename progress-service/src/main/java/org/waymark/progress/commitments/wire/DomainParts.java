package org.waymark.progress.commitments.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Fallback;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Reassessment;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Value;
import org.waymark.progress.commitments.wire.PublicEvent.PublicActual;
import org.waymark.progress.commitments.wire.PublicEvent.PublicBaseline;
import org.waymark.progress.commitments.wire.PublicEvent.PublicClaim;
import org.waymark.progress.commitments.wire.PublicEvent.PublicIndicator;
import org.waymark.progress.commitments.wire.PublicEvent.PublicMilestone;
import org.waymark.progress.commitments.wire.PublicEvent.PublicPeriod;
import org.waymark.progress.commitments.wire.PublicEvent.PublicReassessment;
import org.waymark.progress.commitments.wire.PublicEvent.PublicRetraction;

/** {@link PublicParts} the other way round. */
final class DomainParts {

    /** That there was some, and no more. */
    private static final Report.Evidence UNNAMED = new Report.Evidence(null, null, EventReading.GONE, null, null);

    private DomainParts() {}

    static Milestone milestone(PublicMilestone one) {
        return Milestone.planned(new MilestoneId(one.id()), one.title(), one.due(), one.weight());
    }

    static Indicator indicator(PublicIndicator one) {
        PublicBaseline baseline = one.baseline();
        return new Indicator(
                new IndicatorId(one.id()),
                one.title(),
                code(Measure.class, one.measure()),
                one.ascending(),
                baseline == null ? null : new Indicator.Baseline(baseline.year(), number(baseline.value())),
                one.periods().stream().map(DomainParts::period).toList());
    }

    /** Whether it came with a target or a value in words is not told, so then it comes without. */
    static Indicator.Period period(PublicPeriod one) {
        return Indicator.Period.known(
                new PeriodId(one.id()),
                one.start(),
                one.end(),
                number(one.target()),
                number(one.actual()),
                parts(one.disaggregation()));
    }

    static Report report(
            @Nullable Assessment assessment,
            LocalDate effective,
            List<PublicClaim> claims,
            List<PublicActual> actuals,
            int evidence) {
        return new Report(
                Report.Words.NONE,
                assessment,
                effective,
                claims.stream()
                        .map(claim -> new Report.Claim(new MilestoneId(claim.id()), claim.on()))
                        .toList(),
                actuals(actuals),
                Collections.nCopies(evidence, UNNAMED));
    }

    static List<Report.Actual> actuals(List<PublicActual> all) {
        return all.stream().map(DomainParts::actual).toList();
    }

    static Report.Actual actual(PublicActual one) {
        return new Report.Actual(
                new IndicatorId(one.indicatorId()),
                new PeriodId(one.periodId()),
                said(one.value()),
                parts(one.disaggregation()));
    }

    static Retraction retraction(@Nullable PublicRetraction one, List<PublicActual> said) {
        var outdated = said.stream()
                .filter(actual -> Boolean.TRUE.equals(actual.outdated()))
                .map(actual -> new PeriodId(actual.periodId()))
                .collect(Collectors.toSet());
        if (one == null) {
            return new Retraction(List.of(), List.of(), null, outdated);
        }
        PublicReassessment assessment = one.assessment();
        return new Retraction(
                one.milestones().stream().map(MilestoneId::new).toList(),
                one.actuals().stream().map(DomainParts::fallback).toList(),
                assessment == null ? null : new Reassessment(assessment(assessment.now())),
                outdated);
    }

    private static Fallback fallback(PublicActual one) {
        return new Fallback(new IndicatorId(one.indicatorId()), new PeriodId(one.periodId()), number(one.value()));
    }

    static @Nullable Assessment assessment(@Nullable String word) {
        return word == null ? null : code(Assessment.class, word);
    }

    /** Something was said, if not in numbers then in words. */
    static Value said(@Nullable BigDecimal number) {
        return number == null ? new Value.Lost() : new Value.Quantity(number);
    }

    private static @Nullable Value number(@Nullable BigDecimal number) {
        return number == null ? null : new Value.Quantity(number);
    }

    private static Disaggregation parts(@Nullable Map<String, SortedMap<String, BigDecimal>> parts) {
        return parts == null ? Disaggregation.NONE : new Disaggregation(parts);
    }

    static <E extends Enum<E>> E code(Class<E> type, String word) {
        return Kebab.parse(type, word)
                .orElseThrow(() -> new IllegalArgumentException("no such " + type.getSimpleName() + ": " + word));
    }
}
