package org.waymark.notification.alert.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Resolution;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.alert.wire.PublicEvent.AlertAcknowledged;
import org.waymark.notification.alert.wire.PublicEvent.AlertRaised;
import org.waymark.notification.alert.wire.PublicEvent.AlertResolved;
import org.waymark.notification.wire.EventJson;
import org.waymark.platform.Event;

/**
 * Folds what others read of an alert back into the alert, for a store that is older than the topic. Of a note no more
 * than its hash is there: it stays away. An event of before it named subject and lead has neither.
 */
public final class EventReading {

    private EventReading() {}

    public static boolean concerns(String type) {
        return type.startsWith("org.waymark.alert.");
    }

    /**
     * @param before null where the event is the first
     * @throws RuntimeException where it is no event that can follow
     */
    public static Alert after(@Nullable Alert before, Event event) {
        return switch (event.type()) {
            case AlertRaised.TYPE -> raised(EventJson.read(event.data(), AlertRaised.class), event);
            case AlertAcknowledged.TYPE -> {
                AlertAcknowledged by = EventJson.read(event.data(), AlertAcknowledged.class);
                yield with(standing(before), new Acknowledgement(event.time(), by.organizationId(), null), null);
            }
            case AlertResolved.TYPE -> {
                AlertResolved end = EventJson.read(event.data(), AlertResolved.class);
                yield with(
                        standing(before),
                        standing(before).acknowledgement(),
                        new Resolution(event.time(), end.cause(), end.causeSequence()));
            }
            default -> throw new IllegalArgumentException("this version does not know " + event.type());
        };
    }

    private static Alert raised(AlertRaised raised, Event event) {
        CauseKey key = new CauseKey(
                Worded.of(AlertRule.class, raised.rule()),
                raised.commitmentId(),
                raised.milestoneId(),
                raised.indicatorId(),
                raised.causeSequence(),
                Objects.requireNonNullElse(raised.step(), CauseKey.FIRST_STEP));
        Cause cause = new Cause(
                key,
                Worded.of(Severity.class, raised.severity()),
                Objects.requireNonNullElse(raised.subject(), ""),
                raised.groupId(),
                Objects.requireNonNullElse(raised.leadPartnerId(), ""),
                raised.cause());
        return new Alert(cause, event.time(), event.traceparent(), null, null);
    }

    private static Alert standing(@Nullable Alert before) {
        return Objects.requireNonNull(before, "an alert begins by being raised");
    }

    private static Alert with(Alert alert, @Nullable Acknowledgement by, @Nullable Resolution end) {
        return new Alert(alert.cause(), alert.raisedAt(), alert.traceparent(), by, end);
    }
}
