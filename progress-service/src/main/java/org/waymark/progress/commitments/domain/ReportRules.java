package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Report.Actual;
import org.waymark.progress.commitments.domain.Report.Claim;

/** What must hold for a progress update to be taken. */
final class ReportRules {

    /** The first time zone in which a new day begins. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    /** A milestone or value may be told late, but not so late that every yearly figure may still change. */
    private static final int YEARS_BACK = 5;

    private final Commitment commitment;
    private final LocalDate earliest;
    private final LocalDate latest;

    /** In whose place the report is said: what that one claimed may be claimed again. */
    private final @Nullable UpdateId instead;

    private ReportRules(Commitment commitment, Instant now, @Nullable UpdateId instead) {
        this.commitment = commitment;
        this.latest = today(commitment, now);
        this.earliest = latest.minusYears(YEARS_BACK);
        this.instead = instead;
    }

    /** A day lies in the future that has not begun at home or, where home has no time zone, nowhere on Earth. */
    private static LocalDate today(Commitment commitment, Instant now) {
        return commitment.promise().timeZone().equals(ZoneOffset.UTC)
                ? now.atOffset(EASTERNMOST).toLocalDate()
                : commitment.day(now);
    }

    static void check(Commitment commitment, Report report, Instant now, @Nullable UpdateId instead) {
        if (report.isEmpty()) {
            throw Refusal.invalid(
                    "narrative", "An update says something: words, an assessment, a milestone or a value.");
        }
        ReportRules rules = new ReportRules(commitment, now, instead);
        if (report.effective() != null) {
            rules.checkDay("effective", report.effective());
        }
        rules.checkClaims(report.milestones());
        rules.checkActuals(report.actuals());
    }

    /** Values alone, as a reviewer states them. */
    static void checkActuals(Commitment commitment, List<Actual> actuals, Instant now) {
        new ReportRules(commitment, now, null).checkActuals(actuals);
    }

    /** One value, as a correction states it. */
    static void checkActual(Commitment commitment, Actual actual, Instant now) {
        new ReportRules(commitment, now, null).checkActual("", actual);
    }

    private void checkDay(String field, LocalDate day) {
        if (day.isAfter(latest)) {
            throw Refusal.invalid(field, "This day has not come yet.");
        }
        if (day.isBefore(commitment.promise().start())) {
            throw Refusal.invalid(
                    field,
                    "This day is before the commitment's start, "
                            + commitment.promise().start() + ".");
        }
        if (day.isBefore(earliest)) {
            throw Refusal.invalid(field, "This day is more than " + YEARS_BACK + " years ago.");
        }
    }

    private void checkClaims(List<Claim> claims) {
        Set<MilestoneId> seen = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            String field = "milestones[" + i + "]";
            Milestone milestone = commitment
                    .milestone(claim.milestone())
                    .orElseThrow(() -> Refusal.invalid(field + ".id", "This commitment has no such milestone."));
            if (!seen.add(claim.milestone())) {
                throw Refusal.invalid(field + ".id", "This milestone is named twice.");
            }
            checkOpen(milestone);
            if (claim.on() != null) {
                checkDay(field + ".on", claim.on());
            }
        }
    }

    private void checkOpen(Milestone milestone) {
        if (milestone.isOpen() || (instead != null && milestone.isClaimedBy(instead))) {
            return;
        }
        String title = "Milestone \"" + milestone.title() + "\"";
        throw switch (milestone.state()) {
            case REACHED, VERIFIED -> Refusal.rule("already-reached", title + " was reached before.");
            case MISSED, CANCELLED, PLANNED, IN_PROGRESS ->
                Refusal.rule("milestone-closed", title + " is no longer open.");
        };
    }

    private void checkActuals(List<Actual> actuals) {
        Set<PeriodId> seen = new HashSet<>();
        for (int i = 0; i < actuals.size(); i++) {
            Actual actual = actuals.get(i);
            checkActual("actuals[" + i + "].", actual);
            if (!seen.add(actual.period())) {
                throw Refusal.invalid("actuals[" + i + "].periodId", "This period is named twice.");
            }
        }
    }

    private void checkActual(String prefix, Actual actual) {
        Indicator indicator = commitment
                .indicator(actual.indicator())
                .orElseThrow(() -> Refusal.invalid(prefix + "indicatorId", "There is no such indicator here."));
        if (indicator.period(actual.period()).isEmpty()) {
            throw Refusal.invalid(prefix + "periodId", "This indicator has no such period.");
        }
        checkValue(prefix, indicator, actual);
    }

    private static void checkValue(String prefix, Indicator indicator, Actual actual) {
        switch (actual.value()) {
            case Value.Words words -> {
                if (indicator.measure().isQuantitative()) {
                    throw Refusal.invalid(prefix + "value", "This indicator is measured in numbers.");
                }
                if (!actual.disaggregation().isEmpty()) {
                    throw Refusal.invalid(prefix + "disaggregation", "Only numbers are broken down.");
                }
            }
            case Value.Lost lost -> throw new IllegalArgumentException("nobody reports a value that is lost");
            case Value.Quantity whole -> {
                if (indicator.measure() == Measure.UNIT
                        && !actual.disaggregation().fitsInto(whole.number())) {
                    throw Refusal.invalid(
                            prefix + "disaggregation",
                            "The parts of one dimension add up to more than the whole, " + whole.number() + ".");
                }
            }
        }
    }
}
