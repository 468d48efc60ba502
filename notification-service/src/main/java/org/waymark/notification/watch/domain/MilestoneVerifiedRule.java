package org.waymark.notification.watch.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * A claim that a milestone is reached has been verified, by itself or with the update that made it.
 *
 * <p>Example: update 2 reports "Baseline survey" reached, event 3 verifies it: one alert, <em>Milestone "Baseline survey"
 * of "Safe recruitment" has been verified.</em> What is verified stays so: the alert stands until it is acknowledged.
 */
record MilestoneVerifiedRule() implements Rule {

    @Override
    public Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        List<Cause> due = after.milestones().stream()
                .filter(milestone -> milestone.became(State.VERIFIED, event.sequence()))
                .map(milestone -> cause(after, milestone))
                .toList();
        return due.isEmpty() ? Findings.NONE : new Findings(due, List.of());
    }

    private static Cause cause(Watch watch, Milestone milestone) {
        return watch.cause(
                watch.key(AlertRule.MILESTONE_VERIFIED, milestone, milestone.since()),
                Severity.INFO,
                milestone.title(),
                "%s has been verified.".formatted(watch.named(milestone)));
    }
}
