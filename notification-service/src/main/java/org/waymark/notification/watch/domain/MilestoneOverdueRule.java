package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * A milestone's day has passed and nobody has reported it reached. progress-service keeps that clock and records it as an
 * event; here no clock is read.
 *
 * <p>Example: event 2 says that "Baseline survey", due on 31 December 2026, is overdue: one alert, <em>Milestone "Baseline
 * survey" of "Safe recruitment" was due on 31 December 2026 and has not been reported reached.</em> Update 3 reports it
 * reached: the alert is resolved. For an imported commitment the alert is raised too, since it is still so, and says that
 * it comes from imported records.
 */
record MilestoneOverdueRule() implements Rule {

    @Override
    public Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        return switch (event) {
            case BecameOverdue overdue -> new Findings(due(overdue, after), List.of());
            case ProgressReported reported -> new Findings(List.of(), ended(before, reported, after));
            case CommitmentEvent.Submitted submitted -> Findings.NONE;
            case CommitmentEvent.Revised revised -> Findings.NONE;
        };
    }

    private static List<Cause> due(BecameOverdue overdue, Watch after) {
        return Stream.of(after.milestone(overdue.milestoneId()))
                .filter(milestone -> milestone.became(State.OVERDUE, overdue.sequence()))
                .map(milestone -> cause(after, milestone, overdue.backlog()))
                .toList();
    }

    private static List<Ending> ended(@Nullable Watch before, ProgressReported reported, Watch after) {
        List<Milestone> known = before == null ? List.of() : before.milestones();
        return known.stream()
                .filter(milestone -> milestone.is(State.OVERDUE))
                .filter(milestone -> after.milestone(milestone.id()).is(State.REACHED))
                .map(milestone -> new Ending(
                        key(after, milestone),
                        "Milestone \"%s\" of \"%s\" has been reported reached."
                                .formatted(milestone.title(), after.title()),
                        reported.sequence()))
                .toList();
    }

    private static CauseKey key(Watch watch, Milestone milestone) {
        return new CauseKey(AlertRule.MILESTONE_OVERDUE, watch.commitmentId(), milestone.id(), milestone.since());
    }

    private static Cause cause(Watch watch, Milestone milestone, boolean backlog) {
        return new Cause(
                key(watch, milestone),
                Severity.WARNING,
                milestone.title(),
                watch.groupId(),
                watch.leadPartnerId(),
                "Milestone \"%s\" of \"%s\" was due on %s and has not been reported reached%s."
                        .formatted(
                                milestone.title(),
                                watch.title(),
                                day(milestone.due()),
                                backlog ? " (from imported records)" : ""));
    }
}
