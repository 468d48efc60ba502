package org.waymark.notification.alert.wire;

import java.time.Instant;
import java.util.HexFormat;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertEvent;
import org.waymark.notification.alert.domain.AlertEvent.Acknowledged;
import org.waymark.notification.alert.domain.AlertEvent.Raised;
import org.waymark.notification.alert.domain.AlertEvent.Resolved;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.wire.PublicEvent.AlertAcknowledged;
import org.waymark.notification.alert.wire.PublicEvent.AlertRaised;
import org.waymark.notification.alert.wire.PublicEvent.AlertResolved;
import org.waymark.notification.wire.EventJson;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.platform.Uuids;

/** Maps what happened to an alert to what others are told of it: of a note only the hash, so that it can be erased. */
public final class PublicEvents {

    private PublicEvents() {}

    public static NewEvent of(AlertEvent event, Instant now) {
        PublicEvent told = of(event);
        return new NewEvent(told.type(), now, EventJson.write(told), new Document());
    }

    static PublicEvent of(AlertEvent event) {
        return switch (event) {
            case Raised raised -> raised(raised.cause());
            case Acknowledged by -> new AlertAcknowledged(by.organizationId(), hash(by.note()));
            case Resolved resolved ->
                new AlertResolved(
                        resolved.ending().sentence(), resolved.ending().sequence());
        };
    }

    private static AlertRaised raised(Cause cause) {
        return new AlertRaised(
                cause.key().rule().word(),
                cause.severity().word(),
                cause.key().commitmentId(),
                cause.key().milestoneId(),
                cause.key().indicatorId(),
                cause.groupId(),
                cause.leadPartnerId(),
                cause.subject(),
                cause.sentence(),
                cause.key().sequence(),
                cause.key().step().equals(CauseKey.FIRST_STEP)
                        ? null
                        : cause.key().step());
    }

    private static @Nullable String hash(@Nullable String note) {
        return note == null ? null : HexFormat.of().formatHex(Uuids.sha256(note));
    }
}
