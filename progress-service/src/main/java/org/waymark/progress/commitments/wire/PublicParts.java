package org.waymark.progress.commitments.wire;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Reassessment;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Value;
import org.waymark.progress.commitments.wire.PublicEvent.Lead;
import org.waymark.progress.commitments.wire.PublicEvent.PublicActual;
import org.waymark.progress.commitments.wire.PublicEvent.PublicBaseline;
import org.waymark.progress.commitments.wire.PublicEvent.PublicClaim;
import org.waymark.progress.commitments.wire.PublicEvent.PublicHealth;
import org.waymark.progress.commitments.wire.PublicEvent.PublicIndicator;
import org.waymark.progress.commitments.wire.PublicEvent.PublicMilestone;
import org.waymark.progress.commitments.wire.PublicEvent.PublicOverride;
import org.waymark.progress.commitments.wire.PublicEvent.PublicPeriod;
import org.waymark.progress.commitments.wire.PublicEvent.PublicReassessment;
import org.waymark.progress.commitments.wire.PublicEvent.PublicRetraction;

/** The parts that public events are made of. Texts become hashes here, and values in words are left out. */
final class PublicParts {

    private PublicParts() {}

    static Lead lead(PartnerId partner, @Nullable Introduction origin) {
        return origin == null
                ? new Lead(partner.value(), null, null, null)
                : new Lead(partner.value(), origin.orgId(), origin.name(), origin.type());
    }

    /** As it was promised, which is how an event that adds it says it. */
    static PublicMilestone milestone(Milestone one) {
        return new PublicMilestone(one.id().value(), one.title(), one.due(), one.weight());
    }

    static PublicIndicator indicator(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        return new PublicIndicator(
                indicator.id().value(),
                indicator.title(),
                Kebab.of(indicator.measure()),
                indicator.ascending(),
                baseline == null ? null : new PublicBaseline(baseline.year(), number(baseline.value())),
                indicator.periods().stream().map(PublicParts::period).toList());
    }

    static PublicPeriod period(Indicator.Period period) {
        Indicator.Statement actual = period.actual();
        return new PublicPeriod(
                period.id().value(),
                period.start(),
                period.end(),
                number(period.target()),
                actual == null ? null : number(actual.value()),
                actual == null ? null : parts(actual.disaggregation()));
    }

    static PublicActual actual(Report.Actual actual) {
        return actual(actual, null);
    }

    /** Those of a report, marked where they do not stand. */
    static List<PublicActual> actuals(Report report, Retraction retraction) {
        return report.actuals().stream()
                .map(one -> actual(one, retraction.outdated().contains(one.period()) ? true : null))
                .toList();
    }

    private static PublicActual actual(Report.Actual actual, @Nullable Boolean outdated) {
        return new PublicActual(
                actual.indicator().value(),
                actual.period().value(),
                number(actual.value()),
                parts(actual.disaggregation()),
                outdated);
    }

    static List<PublicClaim> claims(Report report) {
        return report.milestones().stream()
                .map(claim -> new PublicClaim(
                        claim.milestone().value(), claim.on() == null ? "in-progress" : "reached", claim.on()))
                .toList();
    }

    static @Nullable PublicRetraction retraction(Retraction retraction) {
        Reassessment assessment = retraction.assessment();
        if (retraction.milestones().isEmpty() && retraction.periods().isEmpty() && assessment == null) {
            return null;
        }
        return new PublicRetraction(
                retraction.milestones().stream().map(MilestoneId::value).toList(),
                retraction.periods().stream()
                        .map(one -> new PublicActual(
                                one.indicator().value(), one.period().value(), number(one.value()), null, null))
                        .toList(),
                assessment == null ? null : reassessment(assessment));
    }

    private static PublicReassessment reassessment(Reassessment assessment) {
        Assessment now = assessment.now();
        return new PublicReassessment(now == null ? null : Kebab.of(now));
    }

    static PublicHealth health(Health health) {
        Health.Override override = health.override();
        return new PublicHealth(
                Kebab.of(health.state()),
                health.reasons().stream().map(Kebab::of).toList(),
                override == null ? null : new PublicOverride(Kebab.of(health.computed()), override.until()));
    }

    /** Absent where it is UTC. */
    static @Nullable String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? null : zone.getId();
    }

    /** Words stay at home. */
    static @Nullable BigDecimal number(@Nullable Value value) {
        return value instanceof Value.Quantity quantity ? quantity.number() : null;
    }

    private static @Nullable Map<String, SortedMap<String, BigDecimal>> parts(Disaggregation disaggregation) {
        return disaggregation.isEmpty() ? null : disaggregation.dimensions();
    }

    static String hash(String text) {
        return "sha256:" + HexFormat.of().formatHex(Uuids.sha256(text));
    }

    static @Nullable String hashIfAny(@Nullable String text) {
        return text == null ? null : hash(text);
    }
}
