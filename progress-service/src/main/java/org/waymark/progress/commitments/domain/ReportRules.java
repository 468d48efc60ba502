package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.progress.commitments.domain.Report.Actual;
import org.waymark.progress.commitments.domain.Report.Claim;

/** What must hold for a progress update to be taken. */
final class ReportRules {

    /** The first time zone in which a new day begins: a day that has begun nowhere on Earth lies in the future. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private ReportRules() {}

    static void check(Commitment commitment, Report report, Instant now) {
        if (report.isEmpty()) {
            throw Refusal.invalid(
                    "narrative", "An update says something: words, an assessment, a milestone or a value.");
        }
        LocalDate latest = now.atOffset(EASTERNMOST).toLocalDate();
        if (report.effective() != null) {
            checkDay("effective", report.effective(), commitment, latest);
        }
        checkClaims(commitment, report.milestones(), latest);
        checkActuals(commitment, report.actuals());
    }

    private static void checkDay(String field, LocalDate day, Commitment commitment, LocalDate latest) {
        if (day.isAfter(latest)) {
            throw Refusal.invalid(field, "This day has not come yet.");
        }
        if (day.isBefore(commitment.promise().start())) {
            throw Refusal.invalid(
                    field,
                    "This day is before the commitment's start, "
                            + commitment.promise().start() + ".");
        }
    }

    private static void checkClaims(Commitment commitment, List<Claim> claims, LocalDate latest) {
        Set<MilestoneId> seen = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            String field = "milestones[" + i + "]";
            Milestone milestone = commitment.milestones().stream()
                    .filter(one -> one.id().equals(claim.milestone()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(field + ".id", "This commitment has no such milestone."));
            if (!seen.add(claim.milestone())) {
                throw Refusal.invalid(field + ".id", "This milestone is named twice.");
            }
            if (!milestone.isOpen()) {
                throw Refusal.rule("already-reached", "Milestone \"" + milestone.title() + "\" was reached before.");
            }
            checkDay(field + ".on", claim.on(), commitment, latest);
        }
    }

    private static void checkActuals(Commitment commitment, List<Actual> actuals) {
        Set<PeriodId> seen = new HashSet<>();
        for (int i = 0; i < actuals.size(); i++) {
            Actual actual = actuals.get(i);
            String field = "actuals[" + i + "]";
            Indicator indicator = commitment.indicators().stream()
                    .filter(one -> one.id().equals(actual.indicator()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(field + ".indicatorId", "There is no such indicator here."));
            if (!indicator.has(actual.period())) {
                throw Refusal.invalid(field + ".periodId", "This indicator has no such period.");
            }
            if (!seen.add(actual.period())) {
                throw Refusal.invalid(field + ".periodId", "This period is named twice.");
            }
            if (indicator.measure().isQuantitative() && actual.value() instanceof Value.Words) {
                throw Refusal.invalid(field + ".value", "This indicator is measured in numbers.");
            }
        }
    }
}
