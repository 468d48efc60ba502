package org.waymark.notification.watch.domain;

import java.util.List;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * The commitment is suspended: nothing is expected of it, and somebody has to see to it that it goes on.
 *
 * <p>Example: event 4 suspends the commitment: one alert, <em>"Safe recruitment" has been suspended.</em> Event 5 resumes
 * it, or withdraws it for good: the alert is resolved. Suspended once more in event 6 is a new cause. One that an import
 * brings in suspended is alerted of too, since it still is.
 */
record SuspendedRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        return watch.lifeCycle().status() == Status.SUSPENDED
                ? List.of(watch.cause(
                        watch.key(
                                AlertRule.COMMITMENT_SUSPENDED,
                                watch.lifeCycle().since()),
                        Severity.WARNING,
                        watch.title(),
                        watch.atRest()))
                : List.of();
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        return after.isUnderWay() ? "\"%s\" has been resumed.".formatted(after.title()) : after.atRest();
    }
}
