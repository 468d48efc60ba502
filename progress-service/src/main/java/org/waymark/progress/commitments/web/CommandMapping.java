package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.ValueMapping.value;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
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
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.commitments.web.CommitmentRequests.IndicatorBody;
import org.waymark.progress.commitments.web.CommitmentRequests.MilestoneBody;
import org.waymark.progress.commitments.web.CommitmentRequests.PeriodBody;
import org.waymark.progress.commitments.web.CommitmentRequests.Revision;
import org.waymark.progress.commitments.web.CommitmentRequests.Submission;

/** Bodies into commands. The parts of a commitment get ids made of its own and their place, so that a retry agrees. */
final class CommandMapping {

    private CommandMapping() {}

    static SubmitCommitment submission(Submission body, PartnerId lead, CommitmentId id) {
        List<Milestone> milestones = new ArrayList<>();
        for (MilestoneBody one : list(body.milestones())) {
            milestones.add(milestone(one, part(id, "milestones", "" + milestones.size())));
        }
        List<Indicator> indicators = new ArrayList<>();
        for (IndicatorBody one : list(body.indicators())) {
            indicators.add(indicator(
                    one, part(id, "indicators", "" + indicators.size()), "indicators[" + indicators.size() + "]."));
        }
        return new SubmitCommitment(promise(body, lead), Status.SUBMITTED, milestones, indicators, null, Actor.PARTNER);
    }

    private static Promise promise(Submission body, PartnerId lead) {
        String workstream = body.workstream();
        return new Promise(
                body.title().strip(),
                body.description(),
                lead,
                partners(list(body.supporting())),
                body.groupId() == null ? GroupId.DEFAULT : new GroupId(body.groupId()),
                new Promise.Plan(workstream == null ? null : workstream.strip(), body.workPlanYear()),
                new Promise.Reach(
                        Kebab.parse(Level.class, body.level()).orElseThrow(),
                        list(body.countries()).stream().distinct().toList(),
                        list(body.regions()).stream().distinct().toList(),
                        list(body.sdgTargets()).stream().distinct().toList()),
                body.start(),
                body.end(),
                body.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(body.timeZone()));
    }

    static ReviseCommitment revision(Revision body, Asker by) {
        String title = body.title();
        String zone = body.timeZone();
        return new ReviseCommitment(
                by,
                title == null ? null : title.strip(),
                body.description(),
                body.start(),
                body.end(),
                body.supporting() == null ? null : partners(body.supporting()),
                zone == null ? null : ZoneId.of(zone));
    }

    static Milestone milestone(MilestoneBody body, String id) {
        int weight = Objects.requireNonNullElse(body.weight(), 1);
        return Milestone.planned(new MilestoneId(id), body.title().strip(), body.due(), weight);
    }

    /** @param prefix of the names of its fields */
    static Indicator indicator(IndicatorBody body, String id, String prefix) {
        List<Indicator.Period> periods = new ArrayList<>();
        for (PeriodBody one : list(body.periods())) {
            String field = prefix + "periods[" + periods.size() + "].";
            periods.add(period(one, Uuids.of(id, "periods", "" + periods.size()).toString(), field));
        }
        Indicator.Baseline baseline = body.baseline() == null
                ? null
                : new Indicator.Baseline(
                        body.baseline().year(), value(body.baseline().value(), prefix + "baseline.value"));
        return new Indicator(
                new IndicatorId(id),
                body.title().strip(),
                Kebab.parse(Measure.class, body.measure()).orElseThrow(),
                body.ascending() == null || body.ascending(),
                baseline,
                periods);
    }

    static Indicator.Period period(PeriodBody body, String id, String prefix) {
        return Indicator.Period.planned(
                new PeriodId(id), body.start(), body.end(), value(body.target(), prefix + "target"));
    }

    /** The id of a part of a commitment by what tells it from its siblings. */
    static String part(CommitmentId id, String kind, String name) {
        return Uuids.of(id.value(), kind, name).toString();
    }

    /** The id of a part that is added: the same request again, by its key, comes to the same part. */
    static String partByKey(CommitmentId id, String kind, String key) {
        return part(id, kind, "key " + key);
    }

    private static List<PartnerId> partners(List<String> ids) {
        return ids.stream().distinct().map(PartnerId::new).toList();
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
