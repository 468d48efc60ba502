package org.waymark.notification.watch.domain;

import java.time.Duration;
import java.util.List;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * An update was submitted, or said again after it was returned, and nobody has verified or returned it for 48 hours. An
 * import's updates wait for nobody. A suspended commitment's do; where it is over, nobody waits any more.
 *
 * <p>Example: update 2 is submitted on 1 November at 10:00. With 3 November, 10:00, one alert, <em>A progress update on
 * "Safe recruitment" has waited for its review for 48 hours.</em> Event 3 verifies or returns it, or another update takes
 * its place: resolved. Resubmitted in event 4, it may wait anew, which is a new cause.
 */
record ReviewWaitingRule() implements ClockRule {

    private static final Duration PATIENCE = Duration.ofHours(48);

    @Override
    public AlertRule rule() {
        return AlertRule.REVIEW_WAITING;
    }

    @Override
    public List<Timed> timed(Watch watch) {
        return watch.lifeCycle().status().isOver()
                ? List.of()
                : watch.reviews().stream()
                        .filter(one -> one.state() == Review.State.SUBMITTED)
                        .map(one -> new Timed(
                                watch.cause(
                                        watch.key(AlertRule.REVIEW_WAITING, one.since()),
                                        Severity.WARNING,
                                        watch.title(),
                                        "A progress update on \"%s\" has waited for its review for 48 hours."
                                                .formatted(watch.title())),
                                one.at().plus(PATIENCE),
                                null))
                        .toList();
    }

    @Override
    public String over(CauseKey key, Watch now) {
        return now.lifeCycle().status().isOver()
                ? now.atRest()
                : "The progress update on \"%s\" has been reviewed, or another took its place.".formatted(now.title());
    }
}
