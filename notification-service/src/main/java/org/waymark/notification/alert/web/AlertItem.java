package org.waymark.notification.alert.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Resolution;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.store.Standing;

/**
 * An alert as the API tells it.
 *
 * @param subject the title of what it is about, the milestone's or the commitment's
 * @param causeSequence of the commitment's event that began the condition, as in its history
 * @param acknowledgedBy id of the organization; absent where the secretariat did it
 * @param sequence of the alert itself; its ETag
 */
record AlertItem(
        String id,
        String rule,
        String severity,
        String subject,
        String commitmentId,
        @Nullable String milestoneId,
        @Nullable String indicatorId,
        String groupId,
        String cause,
        long causeSequence,
        Instant raisedAt,
        String state,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String note,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        long sequence,
        @Nullable String traceparent) {

    static AlertItem of(Standing standing) {
        Alert alert = standing.alert();
        Cause cause = alert.cause();
        Acknowledgement acknowledgement = alert.acknowledgement();
        Resolution resolution = alert.resolution();
        return new AlertItem(
                standing.id(),
                cause.key().rule().word(),
                cause.severity().word(),
                cause.subject(),
                cause.key().commitmentId(),
                cause.key().milestoneId(),
                cause.key().indicatorId(),
                cause.groupId(),
                cause.sentence(),
                cause.key().sequence(),
                alert.raisedAt(),
                alert.state().word(),
                acknowledgement == null ? null : acknowledgement.at(),
                acknowledgement == null ? null : acknowledgement.organizationId(),
                acknowledgement == null ? null : acknowledgement.note(),
                resolution == null ? null : resolution.at(),
                resolution == null ? null : resolution.sentence(),
                standing.sequence(),
                alert.traceparent());
    }
}
