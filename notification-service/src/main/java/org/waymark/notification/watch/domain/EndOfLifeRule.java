package org.waymark.notification.watch.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.Severity;

/**
 * The commitment is completed, or withdrawn.
 *
 * <p>Example: event 5 completes the commitment: one alert, <em>"Safe recruitment" has been completed.</em> It stands until
 * it is acknowledged, since a commitment that is over stays so. One that an import brings in completed or withdrawn is old
 * news and alerts nobody.
 */
record EndOfLifeRule(AlertRule rule, Status status, Severity severity) implements Rule {

    static final EndOfLifeRule COMPLETED =
            new EndOfLifeRule(AlertRule.COMMITMENT_COMPLETED, Status.COMPLETED, Severity.INFO);
    static final EndOfLifeRule WITHDRAWN =
            new EndOfLifeRule(AlertRule.COMMITMENT_WITHDRAWN, Status.WITHDRAWN, Severity.WARNING);

    @Override
    public Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        if (before == null
                || before.lifeCycle().status() == status
                || after.lifeCycle().status() != status) {
            return Findings.NONE;
        }
        Cause cause = after.cause(after.key(rule, event.sequence()), severity, after.title(), after.atRest());
        return new Findings(List.of(cause), List.of());
    }
}
