package org.waymark.notification.watch.domain;

import java.util.List;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Health.Said;

/**
 * The commitment's health is at risk (or off track, as a co-chair sees it) for a reason that no other rule speaks of: the
 * partner's own assessment, an indicator behind its linear pace, or a co-chair's view. Milestones overdue or slipped,
 * silence and missing evidence have rules of their own, and an assessment as off track has too: one cause is one alert.
 *
 * <p>Example: event 2 says that the health is at risk for being behind pace: one alert, <em>"Safe recruitment" is at risk:
 * an indicator lies behind its linear pace.</em> Event 3 adds another reason: none. Event 4 says on track: resolved. Where
 * an update assesses it as off track instead, it is resolved too, and {@link OffTrackRule} speaks.
 */
record AtRiskRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        Long worry = watch.health().worry();
        Long since = worry == null || watch.offTrackSince() != null
                ? null
                : watch.lifeCycle().matters(worry);
        return since == null
                ? List.of()
                : List.of(watch.cause(
                        watch.key(AlertRule.AT_RISK, since),
                        Severity.WARNING,
                        watch.title(),
                        "\"%s\" is at risk: %s."
                                .formatted(watch.title(), why(watch.health().said()))));
    }

    private static String why(Said said) {
        if (said.overridden()) {
            return "a co-chair sees it so";
        }
        return said.reasons().contains(Said.BEHIND_PACE)
                ? "an indicator lies behind its linear pace"
                : "its latest assessment says so";
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        if (!after.isUnderWay()) {
            return after.atRest();
        }
        return after.offTrackSince() == null
                ? "\"%s\" is no longer at risk for that.".formatted(after.title())
                : "\"%s\" is assessed as off track now.".formatted(after.title());
    }
}
