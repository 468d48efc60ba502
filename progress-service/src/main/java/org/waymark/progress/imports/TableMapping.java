package org.waymark.progress.imports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.imports.csv.CsvCommitment;

/** A commitment of a table as the domain has it, in the alliance's default group. */
final class TableMapping {

    private TableMapping() {}

    /** The id every Waymark service derives for an organization with this identifier. */
    static PartnerId partner(String ref) {
        return new PartnerId(Uuids.of("partners", ref).toString());
    }

    static SubmitCommitment commitment(CsvCommitment row, CommitmentId id) {
        List<Milestone> milestones = new ArrayList<>();
        for (CsvCommitment.Milestone one : row.milestones()) {
            milestones.add(Milestone.planned(
                    new MilestoneId(part(id.value(), "milestones", milestones.size())),
                    one.title(),
                    one.due(),
                    one.weight()));
        }
        List<Indicator> indicators = new ArrayList<>();
        for (CsvCommitment.Indicator one : row.indicators()) {
            indicators.add(indicator(one, part(id.value(), "indicators", indicators.size())));
        }
        CsvCommitment.Organization lead = row.lead();
        return new SubmitCommitment(
                promise(row),
                row.status(),
                milestones,
                indicators,
                new Introduction(lead.ref(), lead.name(), lead.type()),
                new Actor(false, true));
    }

    private static Promise promise(CsvCommitment row) {
        return new Promise(
                row.title(),
                row.description(),
                partner(row.lead().ref()),
                row.supporting().stream().map(TableMapping::partner).toList(),
                GroupId.DEFAULT,
                new Promise.Plan(row.workstream(), row.workPlanYear()),
                new Promise.Reach(
                        row.places().level(),
                        row.places().countries(),
                        row.places().regions(),
                        row.sdgTargets()),
                row.start(),
                row.end(),
                Objects.requireNonNullElse(row.timeZone(), ZoneOffset.UTC));
    }

    private static Indicator indicator(CsvCommitment.Indicator one, String id) {
        List<Indicator.Period> periods = new ArrayList<>();
        for (CsvCommitment.Period period : one.periods()) {
            periods.add(Indicator.Period.known(
                    new PeriodId(part(id, "periods", periods.size())),
                    period.start(),
                    period.end(),
                    Values.of(period.target()),
                    Values.of(period.actual()),
                    Disaggregation.NONE));
        }
        CsvCommitment.Baseline baseline = one.baseline();
        return new Indicator(
                new IndicatorId(id),
                one.title(),
                one.measure(),
                one.ascending(),
                baseline == null ? null : new Indicator.Baseline(baseline.year(), Values.of(baseline.value())),
                periods);
    }

    private static String part(String whole, String kind, int index) {
        return Uuids.of(whole, kind, "" + index).toString();
    }
}
