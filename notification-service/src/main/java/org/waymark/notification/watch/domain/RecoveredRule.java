package org.waymark.notification.watch.domain;

import java.util.List;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * The commitment's health is on track again, after it was at risk or off track.
 *
 * <p>Example: the health was at risk; with event 4 it is on track: one alert, <em>"Safe recruitment" is on track
 * again.</em> It is resolved where that is no longer so, or the commitment is at rest. Imports are old news here.
 */
record RecoveredRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        Long since = watch.health().recovery();
        return since == null || !watch.isUnderWay() || since < watch.lifeCycle().since()
                ? List.of()
                : List.of(watch.cause(
                        watch.key(AlertRule.RECOVERED, since),
                        Severity.INFO,
                        watch.title(),
                        "\"%s\" is on track again.".formatted(watch.title())));
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        return after.isUnderWay() ? "\"%s\" is no longer on track.".formatted(after.title()) : after.atRest();
    }
}
