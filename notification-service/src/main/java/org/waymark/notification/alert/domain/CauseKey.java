package org.waymark.notification.alert.domain;

import org.jspecify.annotations.Nullable;

/**
 * What makes two causes the same: one condition, of one commitment or milestone, begun by one event. There is at most one
 * alert per key.
 *
 * @param sequence of the commitment's event that began the condition
 */
public record CauseKey(
        AlertRule rule, String commitmentId, @Nullable String milestoneId, long sequence) {}
