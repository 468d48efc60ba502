package org.waymark.notification.alert.domain;

import org.jspecify.annotations.Nullable;

/** What happened to an alert. */
public sealed interface AlertEvent {

    record Raised(Cause cause) implements AlertEvent {}

    /** @param organizationId whose co-chair it was; null for the secretariat */
    record Acknowledged(
            @Nullable String organizationId, @Nullable String note) implements AlertEvent {}

    record Resolved(Ending ending) implements AlertEvent {}
}
