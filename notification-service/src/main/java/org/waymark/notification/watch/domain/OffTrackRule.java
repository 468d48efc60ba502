package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;

/**
 * A progress update assesses the commitment as off track, which it was not before.
 *
 * <p>Example: update 2 says at risk: nothing. Update 3 says off track: one alert, <em>The progress update of 1 November
 * 2026 assesses "Safe recruitment" as off track.</em> Update 4 says off track again, or nothing about it: no further
 * alert. Update 5 says at risk: the alert is resolved. Off track once more in update 6 is a new cause and a new alert.
 * Event 7 suspends the commitment: that one is resolved. Event 8 resumes it, and the last word on it is still off track:
 * a new cause. The same holds for an import, whose alert says that it comes from imported records.
 */
record OffTrackRule() implements Rule {

    @Override
    public Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        Long was = before == null ? null : before.offTrackSince();
        Long is = after.offTrackSince();
        if (was == null && is != null) {
            return new Findings(List.of(cause(after, is, event)), List.of());
        }
        if (was != null && is == null) {
            return new Findings(List.of(), List.of(ending(after, was, event)));
        }
        return Findings.NONE;
    }

    private static CauseKey key(Watch watch, long since) {
        return new CauseKey(AlertRule.OFF_TRACK, watch.commitmentId(), null, since);
    }

    private static Cause cause(Watch watch, long since, CommitmentEvent event) {
        return new Cause(
                key(watch, since),
                Severity.URGENT,
                watch.title(),
                watch.subject().groupId(),
                watch.subject().leadPartnerId(),
                event instanceof ProgressReported reported
                        ? said(watch, reported, "off track" + (reported.backlog() ? " (from imported records)" : ""))
                        : "\"%s\" has been resumed; its latest assessment is off track.".formatted(watch.title()));
    }

    private static Ending ending(Watch watch, long since, CommitmentEvent event) {
        String sentence = event instanceof ProgressReported reported
                ? said(watch, reported, now(reported.assessment()))
                : watch.atRest();
        return new Ending(key(watch, since), sentence, event.sequence());
    }

    private static String now(@Nullable Assessment assessment) {
        return assessment == Assessment.ON_TRACK ? "on track" : "at risk, no longer off track";
    }

    private static String said(Watch watch, ProgressReported reported, String assessment) {
        return "The progress update of %s assesses \"%s\" as %s."
                .formatted(day(reported.effective()), watch.title(), assessment);
    }
}
