package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSilent;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthChanged;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.Health.Reason;

/** What time alone changes, recorded once each: deadlines, silence, pace, the end of an override. */
final class Timekeeping {

    private Timekeeping() {}

    static List<CommitmentEvent> record(Commitment commitment, Instant now, HealthRules rules) {
        return record(commitment, commitment.day(now), rules);
    }

    private static List<CommitmentEvent> record(Commitment commitment, LocalDate today, HealthRules rules) {
        List<CommitmentEvent> events = new ArrayList<>();
        LocalDate submitted = commitment.day(commitment.submittedAt());
        if (commitment.status().takesUpdates()) {
            commitment.milestones().stream()
                    .filter(one -> !one.overdue() && one.isOverdueOn(today))
                    .forEach(one -> events.add(
                            new MilestoneOverdue(one.id(), one.due(), one.due().isBefore(submitted))));
        }
        Health then = HealthAssessment.of(commitment, today, rules);
        if (then.has(Reason.SILENT) && !commitment.health().has(Reason.SILENT)) {
            events.add(new CommitmentSilent(commitment.day(commitment.heard())));
        }
        if (events.isEmpty() && !then.equals(commitment.health())) {
            events.add(new HealthChanged());
        }
        return events;
    }

    /** The next instant at which {@link #record} has something to record, if there is one. */
    static Optional<Instant> next(Commitment commitment, Instant now, HealthRules rules) {
        LocalDate today = commitment.day(now);
        if (!record(commitment, today, rules).isEmpty()) {
            return Optional.of(now);
        }
        return HealthAssessment.turns(commitment, today, rules)
                .filter(day -> day.isAfter(today))
                .sorted()
                .distinct()
                .filter(day -> !record(commitment, day, rules).isEmpty())
                .findFirst()
                .map(day -> day.atStartOfDay(commitment.promise().timeZone()).toInstant());
    }
}
