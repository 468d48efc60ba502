package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Milestone.Slips;

/**
 * An open milestone is put off beyond the day it was first due. Days are counted from that day, over all slips; each slip
 * is a cause of its own, which takes the place of the one before, and from the third on it is urgent.
 *
 * <p>Example: "Baseline survey", first due on 31 December 2026, is put off to 28 February 2027 by event 2: one alert,
 * <em>Milestone "Baseline survey" of "Safe recruitment" has been put off to 28 February 2027: first slip, 59 days in
 * all.</em> Event 3 puts it off to 31 March: the first alert is resolved and another raised, second slip, 90 days in all.
 * It is resolved where the milestone is reached, verified, missed or cancelled, or put back to the first day or an earlier
 * one, and while nothing is expected of the commitment.
 */
record MilestoneSlippedRule() implements StandingRule {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final int URGENT_FROM = 3;

    @Override
    public List<Cause> standing(Watch watch) {
        List<Cause> standing = new ArrayList<>();
        for (Milestone milestone : watch.milestones()) {
            Slips slips = milestone.slipping();
            Long since = slips == null ? null : watch.lifeCycle().matters(slips.since());
            if (slips != null && since != null) {
                standing.add(cause(watch, milestone, slips.count(), since));
            }
        }
        return standing;
    }

    private static Cause cause(Watch watch, Milestone milestone, int count, long since) {
        return watch.cause(
                watch.key(AlertRule.MILESTONE_SLIPPED, milestone, since),
                count < URGENT_FROM ? Severity.WARNING : Severity.URGENT,
                milestone.title(),
                "%s has been put off to %s: %s slip, %d day%s in all."
                        .formatted(
                                watch.named(milestone),
                                day(milestone.due()),
                                count <= ORDINALS.size() ? ORDINALS.get(count - 1) : count + "th",
                                milestone.daysLate(),
                                milestone.daysLate() == 1 ? "" : "s"));
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        Milestone now = after.milestone(Objects.requireNonNull(key.milestoneId()));
        return after.isUnderWay() ? after.standing(now) : after.atRest();
    }
}
