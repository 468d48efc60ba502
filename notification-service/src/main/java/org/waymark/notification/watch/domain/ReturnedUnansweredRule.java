package org.waymark.notification.watch.domain;

import java.time.Duration;
import java.util.List;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * An update was returned to its author, who has not resubmitted it for 14 days.
 *
 * <p>Example: event 3 returns update 2 on 2 November. With 16 November, the same hour, one alert, <em>A progress update on
 * "Safe recruitment" was returned 14 days ago and has not been resubmitted.</em> Event 4 resubmits or verifies it, or
 * another update takes its place: resolved. While nothing is expected of the commitment nobody waits; resumed, it is a
 * new cause.
 */
record ReturnedUnansweredRule() implements ClockRule {

    private static final Duration PATIENCE = Duration.ofDays(14);

    @Override
    public AlertRule rule() {
        return AlertRule.RETURNED_UNANSWERED;
    }

    @Override
    public List<Timed> timed(Watch watch) {
        return !watch.isUnderWay()
                ? List.of()
                : watch.reviews().stream()
                        .filter(one -> one.state() == Review.State.RETURNED)
                        .map(one -> new Timed(
                                watch.cause(
                                        key(watch, one),
                                        Severity.WARNING,
                                        watch.title(),
                                        "A progress update on \"%s\" was returned 14 days ago and has not been resubmitted."
                                                .formatted(watch.title())),
                                one.at().plus(PATIENCE),
                                null))
                        .toList();
    }

    /** Resumed, what is still unanswered is a new cause; several of them are told apart by their own event. */
    private static CauseKey key(Watch watch, Review review) {
        CauseKey key = watch.key(AlertRule.RETURNED_UNANSWERED, review.since());
        long resumed = watch.lifeCycle().since();
        return resumed > review.since() ? key.at("resumed-" + resumed) : key;
    }

    @Override
    public String over(CauseKey key, Watch now) {
        return !now.isUnderWay()
                ? now.atRest()
                : "The returned progress update on \"%s\" has been resubmitted, or another took its place."
                        .formatted(now.title());
    }
}
