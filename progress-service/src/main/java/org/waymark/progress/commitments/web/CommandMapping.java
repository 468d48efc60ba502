package org.waymark.progress.commitments.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Problem;
import org.waymark.platform.Uuids;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.commitments.domain.Value;
import org.waymark.progress.commitments.web.CommitmentRequests.IndicatorBody;
import org.waymark.progress.commitments.web.CommitmentRequests.MilestoneBody;
import org.waymark.progress.commitments.web.CommitmentRequests.PeriodBody;
import org.waymark.progress.commitments.web.CommitmentRequests.Submission;
import org.waymark.progress.commitments.web.CommitmentRequests.Update;

/** Bodies into commands. The parts of a commitment get ids made of its own and their place, so that a retry agrees. */
final class CommandMapping {

    private CommandMapping() {}

    static SubmitCommitment submission(Submission body, PartnerId lead, CommitmentId id) {
        Promise promise = new Promise(
                body.title().strip(),
                body.description(),
                lead,
                list(body.supporting()).stream().distinct().map(PartnerId::new).toList(),
                body.groupId() == null ? GroupId.DEFAULT : new GroupId(body.groupId()),
                Kebab.parse(Level.class, body.level()).orElseThrow(),
                list(body.countries()).stream().distinct().toList(),
                list(body.sdgTargets()).stream().distinct().toList(),
                body.start(),
                body.end());
        List<Milestone> milestones = new ArrayList<>();
        for (MilestoneBody one : list(body.milestones())) {
            MilestoneId milestone = new MilestoneId(part(id, "milestones", milestones.size()));
            int weight = Objects.requireNonNullElse(one.weight(), 1);
            milestones.add(new Milestone(milestone, one.title().strip(), one.due(), weight, null, false));
        }
        List<Indicator> indicators = new ArrayList<>();
        for (IndicatorBody one : list(body.indicators())) {
            indicators.add(indicator(one, part(id, "indicators", indicators.size()), indicators.size()));
        }
        return new SubmitCommitment(promise, Status.SUBMITTED, milestones, indicators, null, Actor.PARTNER);
    }

    private static Indicator indicator(IndicatorBody body, String id, int index) {
        String field = "indicators[" + index + "]";
        List<Indicator.Period> periods = new ArrayList<>();
        for (PeriodBody one : list(body.periods())) {
            String period = field + ".periods[" + periods.size() + "].target";
            PeriodId periodId =
                    new PeriodId(Uuids.of(id, "periods", "" + periods.size()).toString());
            periods.add(new Indicator.Period(periodId, one.start(), one.end(), value(one.target(), period), null));
        }
        Indicator.Baseline baseline = body.baseline() == null
                ? null
                : new Indicator.Baseline(
                        body.baseline().year(), value(body.baseline().value(), field + ".baseline.value"));
        return new Indicator(
                new IndicatorId(id),
                body.title().strip(),
                Kebab.parse(Measure.class, body.measure()).orElseThrow(),
                body.ascending() == null || body.ascending(),
                baseline,
                periods);
    }

    static Report report(Update body) {
        List<Report.Actual> actuals = new ArrayList<>();
        for (CommitmentRequests.ActualBody one : list(body.actuals())) {
            Value value = Objects.requireNonNull(value(one.value(), "actuals[" + actuals.size() + "].value"));
            actuals.add(new Report.Actual(new IndicatorId(one.indicatorId()), new PeriodId(one.periodId()), value));
        }
        return new Report(
                body.narrative(),
                body.assessment() == null
                        ? null
                        : Kebab.parse(Assessment.class, body.assessment()).orElseThrow(),
                body.effective(),
                list(body.milestones()).stream()
                        .map(one -> new Report.Claim(new MilestoneId(one.id()), one.on()))
                        .toList(),
                actuals,
                list(body.evidence()).stream()
                        .map(one -> new Report.Evidence(uri(one.url()), one.title()))
                        .toList());
    }

    private static @Nullable Value value(@Nullable Object body, String field) {
        try {
            return switch (body) {
                case null -> null;
                case Number number -> new Value.Quantity(new BigDecimal(number.toString()));
                case String words -> new Value.Words(words);
                default -> throw new IllegalArgumentException("A number, or words in quotes.");
            };
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("evidence", "This is no link: " + url);
        }
    }

    private static String part(CommitmentId id, String kind, int index) {
        return Uuids.of(id.value(), kind, "" + index).toString();
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
