package org.waymark.notification.alert.domain;

import org.jspecify.annotations.Nullable;

/**
 * What makes two causes the same: one condition, of one commitment, milestone or indicator, begun by one event. There is
 * at most one alert per key.
 *
 * @param sequence of the commitment's event that began the condition
 * @param step of a condition that time makes louder; {@link #FIRST_STEP} where it knows but one
 */
public record CauseKey(
        AlertRule rule,
        String commitmentId,
        @Nullable String milestoneId,
        @Nullable String indicatorId,
        long sequence,
        String step) {

    public static final String FIRST_STEP = "1";

    public CauseKey(AlertRule rule, String commitmentId, @Nullable String milestoneId, long sequence) {
        this(rule, commitmentId, milestoneId, null, sequence, FIRST_STEP);
    }

    public CauseKey at(String next) {
        return new CauseKey(rule, commitmentId, milestoneId, indicatorId, sequence, next);
    }
}
