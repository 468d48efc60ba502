package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.util.List;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * Nobody has reported for long. progress-service keeps that clock and records it as an event, 90 days after the last
 * update or the submission unless set otherwise; here no clock is read for it.
 *
 * <p>Example: event 2 says that the commitment was last heard of on 1 August 2026: one alert, <em>Nobody has reported on
 * "Safe recruitment" since 1 August 2026.</em> Update 3, whatever it says, resolves it. Silence after that is a new cause.
 */
record SilentRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        Silence silence = watch.silence();
        Long since = silence == null ? null : watch.lifeCycle().matters(silence.since());
        return silence == null || since == null
                ? List.of()
                : List.of(watch.cause(
                        watch.key(AlertRule.SILENT, since),
                        Severity.WARNING,
                        watch.title(),
                        "Nobody has reported on \"%s\" since %s.".formatted(watch.title(), day(silence.lastHeard()))));
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        return after.isUnderWay()
                ? "A progress update on \"%s\" has been posted.".formatted(after.title())
                : after.atRest();
    }
}
