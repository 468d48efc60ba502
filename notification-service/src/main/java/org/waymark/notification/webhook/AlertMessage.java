package org.waymark.notification.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Resolution;
import org.waymark.notification.alert.domain.Cause;

/**
 * What a webhook is told: the alert as it stood then, with public titles and ids alone.
 *
 * @param type what happened
 * @param timestamp when it did
 */
record AlertMessage(String type, Instant timestamp, Data data) {

    record Data(
            String id,
            String rule,
            String severity,
            String subject,
            String commitmentId,
            @Nullable String milestoneId,
            @Nullable String indicatorId,
            String groupId,
            String cause,
            Instant raisedAt,
            String state,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant resolvedAt,
            @Nullable String resolution,
            long sequence) {}

    static AlertMessage of(String type, Instant happened, String id, long sequence, Alert alert) {
        Cause cause = alert.cause();
        Acknowledgement acknowledgement = alert.acknowledgement();
        Resolution resolution = alert.resolution();
        return new AlertMessage(
                type,
                happened,
                new Data(
                        id,
                        cause.key().rule().word(),
                        cause.severity().word(),
                        cause.subject(),
                        cause.key().commitmentId(),
                        cause.key().milestoneId(),
                        cause.key().indicatorId(),
                        cause.groupId(),
                        cause.sentence(),
                        alert.raisedAt(),
                        alert.state().word(),
                        acknowledgement == null ? null : acknowledgement.at(),
                        acknowledgement == null ? null : acknowledgement.organizationId(),
                        resolution == null ? null : resolution.at(),
                        resolution == null ? null : resolution.sentence(),
                        sequence));
    }
}
