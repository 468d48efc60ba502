package org.waymark.notification.alert.wire;

import org.jspecify.annotations.Nullable;

/** The data of an event on {@code waymark.alerts}, field for field as its schema in {@code contract/} says. */
sealed interface PublicEvent {

    /** Its stable name on the wire. */
    String type();

    /**
     * Without lead and subject where an earlier version wrote it.
     *
     * @param step null for the first
     */
    record AlertRaised(
            String rule,
            String severity,
            String commitmentId,
            @Nullable String milestoneId,
            @Nullable String indicatorId,
            String groupId,
            @Nullable String leadPartnerId,
            @Nullable String subject,
            String cause,
            long causeSequence,
            @Nullable String step)
            implements PublicEvent {

        static final String TYPE = "org.waymark.alert.raised.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record AlertAcknowledged(
            @Nullable String organizationId, @Nullable String noteHash) implements PublicEvent {

        static final String TYPE = "org.waymark.alert.acknowledged.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record AlertResolved(String cause, long causeSequence) implements PublicEvent {

        static final String TYPE = "org.waymark.alert.resolved.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
