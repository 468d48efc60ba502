package org.waymark.progress.imports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.iati.IatiActivity;
import org.waymark.progress.imports.iati.IatiIndicator;
import org.waymark.progress.imports.iati.IatiPeriod;

/** An IATI activity as a commitment of its reporting organization in the alliance's default group. */
final class ActivityMapping {

    private ActivityMapping() {}

    /** The id every Waymark service derives for an organization with this identifier. */
    static PartnerId partner(IatiActivity activity) {
        return TableMapping.partner(activity.reporter().ref());
    }

    /** An activity is known by its IATI identifier: brought in again, it is the same command. */
    static String idempotencyKey(IatiActivity activity) {
        return "iati:" + activity.identifier();
    }

    static SubmitCommitment commitment(IatiActivity activity, LocalDate start, CommitmentId id) {
        Promise promise = new Promise(
                activity.title(),
                activity.description(),
                partner(activity),
                List.of(),
                GroupId.DEFAULT,
                Promise.Plan.NONE,
                new Promise.Reach(level(activity), activity.countries(), activity.regions(), activity.sdgTargets()),
                start,
                activity.end(),
                ZoneOffset.UTC);
        List<Indicator> indicators = new ArrayList<>();
        for (IatiIndicator one : activity.indicators()) {
            indicators.add(indicator(
                    one,
                    Uuids.of(id.value(), "indicators", "" + indicators.size()).toString()));
        }
        IatiActivity.Reporter reporter = activity.reporter();
        return new SubmitCommitment(
                promise,
                status(activity.statusCode()),
                List.of(),
                indicators,
                new Introduction(reporter.ref(), reporter.name(), reporter.type()),
                new Actor(false, true));
    }

    /** IATI ActivityScope where it is given (1-2 global, 3 regional, 4-8 country), otherwise by the places named. */
    private static Level level(IatiActivity activity) {
        int countries = activity.countries().size();
        return switch (Objects.requireNonNullElse(activity.scopeCode(), "")) {
            case "1", "2" -> Level.GLOBAL;
            case "3" -> Level.REGIONAL;
            case "4", "5", "6", "7", "8" -> countries == 0 ? Level.REGIONAL : Level.COUNTRY;
            default -> countries == 1 && activity.regions().isEmpty() ? Level.COUNTRY : Level.REGIONAL;
        };
    }

    /**
     * IATI ActivityStatus: 1 pipeline, 2 implementation, 3 finalisation (physically over, still open for sign-off and
     * evaluation), 4 closed, 5 cancelled, 6 suspended.
     */
    private static Status status(@Nullable String code) {
        return switch (Objects.requireNonNullElse(code, "")) {
            case "2", "3" -> Status.IN_IMPLEMENTATION;
            case "4" -> Status.COMPLETED;
            case "5" -> Status.WITHDRAWN;
            case "6" -> Status.SUSPENDED;
            default -> Status.SUBMITTED;
        };
    }

    private static Indicator indicator(IatiIndicator one, String id) {
        List<Indicator.Period> periods = new ArrayList<>();
        for (IatiPeriod period : one.periods()) {
            PeriodId periodId =
                    new PeriodId(Uuids.of(id, "periods", "" + periods.size()).toString());
            periods.add(Indicator.Period.known(
                    periodId,
                    period.start(),
                    period.end(),
                    Values.of(period.target()),
                    Values.of(period.actual()),
                    Values.of(period.actualParts())));
        }
        IatiIndicator.Baseline baseline = one.baseline();
        return new Indicator(
                new IndicatorId(id),
                one.title(),
                Measure.valueOf(one.measure().name()),
                one.ascending(),
                baseline == null ? null : new Indicator.Baseline(baseline.year(), Values.of(baseline.value())),
                periods);
    }
}
