package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Fallback;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Reassessment;
import org.waymark.progress.commitments.domain.Indicator.Period;

/**
 * What taking a report comes to: which statements of the one in whose place it stands fall, and which of its own do not
 * stand because something is known of a later day.
 */
final class Taking {

    private final Commitment commitment;
    private final @Nullable UpdateId earlier;
    private final Report report;
    private final LocalDate effective;

    private Taking(Commitment commitment, @Nullable UpdateId earlier, Report report, LocalDate effective) {
        this.commitment = commitment;
        this.earlier = earlier;
        this.report = report;
        this.effective = effective;
    }

    /** @param earlier in whose place {@code report} stands; null for none */
    static Retraction of(Commitment commitment, @Nullable UpdateId earlier, Report report, LocalDate effective) {
        Taking taking = new Taking(commitment, earlier, report, effective);
        Set<PeriodId> outdated = taking.outdated();
        Retraction retraction =
                new Retraction(taking.milestones(), taking.fallbacks(outdated), taking.assessment(), outdated);
        return retraction.equals(Retraction.NONE) ? Retraction.NONE : retraction;
    }

    private List<MilestoneId> milestones() {
        Set<MilestoneId> claimed = report.milestones().stream()
                .filter(Report.Claim::isReached)
                .map(Report.Claim::milestone)
                .collect(Collectors.toSet());
        return commitment.milestones().stream()
                .filter(one -> earlier != null && one.isClaimedBy(earlier) && !claimed.contains(one.id()))
                .map(Milestone::id)
                .toList();
    }

    private Set<PeriodId> outdated() {
        return report.actuals().stream()
                .filter(actual -> without(period(actual)).outdates(effective))
                .map(Report.Actual::period)
                .collect(Collectors.toSet());
    }

    private List<Fallback> fallbacks(Set<PeriodId> outdated) {
        if (earlier == null) {
            return List.of();
        }
        Set<PeriodId> saidAgain = report.actuals().stream()
                .map(Report.Actual::period)
                .filter(period -> !outdated.contains(period))
                .collect(Collectors.toSet());
        List<Fallback> fallbacks = new ArrayList<>();
        for (Indicator indicator : commitment.indicators()) {
            for (Period period : indicator.periods()) {
                Indicator.Statement stands = period.actual();
                if (stands != null && stands.isOf(earlier) && !saidAgain.contains(period.id())) {
                    Indicator.Statement then = without(period).actual();
                    fallbacks.add(new Fallback(indicator.id(), period.id(), then == null ? null : then.value()));
                }
            }
        }
        return fallbacks;
    }

    private @Nullable Reassessment assessment() {
        List<Commitment.Stance> stances = commitment.stances();
        if (earlier == null || report.assessment() != null || stances.isEmpty()) {
            return null;
        }
        if (!earlier.equals(stances.getFirst().update())) {
            return null;
        }
        return new Reassessment(stances.stream()
                .filter(one -> !earlier.equals(one.update()))
                .map(Commitment.Stance::assessment)
                .findFirst()
                .orElse(null));
    }

    private Period without(Period period) {
        return earlier == null ? period : period.without(earlier);
    }

    private Period period(Report.Actual actual) {
        return commitment
                .indicator(actual.indicator())
                .flatMap(one -> one.period(actual.period()))
                .orElseThrow();
    }
}
