package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.CommitmentEvent.Claim;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * A progress update claims that a milestone is reached.
 *
 * <p>Example: a commitment plans the milestone "Baseline survey". Update 2 reports it reached on 30 October 2026: one
 * alert, <em>Milestone "Baseline survey" of "Safe recruitment" was reported reached on 30 October 2026.</em> Update 3
 * says so again: none. Had update 2 come from an import: none either, as it is old news. Event 4 takes the place of update
 * 2 and does not claim it: the alert is resolved, and claiming it once more is a new cause. Nothing else resolves this
 * alert; it stands until it is acknowledged.
 */
record MilestoneReachedRule() implements Rule {

    @Override
    public Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        if (!(event instanceof ProgressReported reported) || before == null) {
            return Findings.NONE;
        }
        return new Findings(reported.backlog() ? List.of() : due(reported, after), ended(before, reported, after));
    }

    private static List<Cause> due(ProgressReported reported, Watch after) {
        return reported.reached().stream()
                .distinct()
                .filter(claim -> after.milestone(claim.milestoneId()).became(State.REACHED, reported.sequence()))
                .map(claim -> cause(after, claim, reported))
                .toList();
    }

    private static List<Ending> ended(Watch before, ProgressReported reported, Watch after) {
        return before.milestones().stream()
                .filter(milestone -> milestone.is(State.REACHED))
                .filter(milestone -> after.milestone(milestone.id()).since() != milestone.since())
                .map(milestone -> new Ending(
                        key(before, milestone),
                        "The progress update of %s no longer reports milestone \"%s\" of \"%s\" reached."
                                .formatted(day(reported.effective()), milestone.title(), after.title()),
                        reported.sequence()))
                .toList();
    }

    private static CauseKey key(Watch watch, Milestone milestone) {
        return new CauseKey(AlertRule.MILESTONE_REACHED, watch.commitmentId(), milestone.id(), milestone.since());
    }

    private static Cause cause(Watch watch, Claim claim, ProgressReported reported) {
        Milestone milestone = watch.milestone(claim.milestoneId());
        LocalDate on = claim.on() == null ? reported.effective() : claim.on();
        return new Cause(
                key(watch, milestone),
                Severity.INFO,
                milestone.title(),
                watch.subject().groupId(),
                watch.subject().leadPartnerId(),
                "Milestone \"%s\" of \"%s\" was reported reached on %s."
                        .formatted(milestone.title(), watch.title(), day(on)));
    }
}
