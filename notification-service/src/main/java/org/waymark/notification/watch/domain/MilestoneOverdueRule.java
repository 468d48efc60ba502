package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * A milestone's day has passed and nobody has reported it reached. progress-service keeps that clock and records it as an
 * event; here no clock is read.
 *
 * <p>Example: event 2 says that "Baseline survey", due on 31 December 2026, is overdue: one alert, <em>Milestone "Baseline
 * survey" of "Safe recruitment" was due on 31 December 2026 and has not been reported reached.</em> Update 3 reports it
 * reached: the alert is resolved. It is also resolved where the milestone is put on another day, on which it may become
 * overdue anew; where it is missed or cancelled; and where the commitment is completed, withdrawn or suspended. A
 * commitment resumed with the milestone still late is a new cause, since progress-service does not record it twice. What
 * was late already when it was entered is raised too, since it is still so, and says that it comes from imported records.
 */
record MilestoneOverdueRule() implements Rule {

    @Override
    public Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        List<Cause> due = after.milestones().stream()
                .filter(milestone -> Objects.equals(after.overdueSince(milestone), event.sequence()))
                .map(milestone -> cause(after, milestone, event))
                .toList();
        return new Findings(due, before == null ? List.of() : ended(before, event, after));
    }

    private static List<Ending> ended(Watch before, CommitmentEvent event, Watch after) {
        return before.milestones().stream()
                .filter(milestone -> before.overdueSince(milestone) != null)
                .filter(milestone -> after.overdueSince(after.milestone(milestone.id())) == null)
                .map(milestone -> new Ending(
                        key(before, milestone), sentence(after, after.milestone(milestone.id())), event.sequence()))
                .toList();
    }

    private static String sentence(Watch watch, Milestone now) {
        return now.is(State.OVERDUE) ? watch.atRest() : watch.standing(now);
    }

    private static CauseKey key(Watch watch, Milestone milestone) {
        long since = Objects.requireNonNull(watch.overdueSince(milestone));
        return new CauseKey(AlertRule.MILESTONE_OVERDUE, watch.commitmentId(), milestone.id(), since);
    }

    private static Cause cause(Watch watch, Milestone milestone, CommitmentEvent event) {
        boolean backlog = event instanceof BecameOverdue overdue && overdue.backlog();
        return new Cause(
                key(watch, milestone),
                Severity.WARNING,
                milestone.title(),
                watch.subject().groupId(),
                watch.subject().leadPartnerId(),
                "Milestone \"%s\" of \"%s\" was due on %s and has not been reported reached%s."
                        .formatted(
                                milestone.title(),
                                watch.title(),
                                day(milestone.due()),
                                backlog ? " (it was past already when the commitment was entered)" : ""));
    }
}
