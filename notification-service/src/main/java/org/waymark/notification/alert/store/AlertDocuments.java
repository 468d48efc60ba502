package org.waymark.notification.alert.store;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Resolution;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.alert.domain.Worded;

/** An alert as it is stored; {@code state} and {@code raisedAt} are what lists ask for. */
public final class AlertDocuments {

    private AlertDocuments() {}

    public static Document write(Alert alert) {
        Cause cause = alert.cause();
        return new Document("state", alert.state().word())
                .append("raisedAt", Date.from(alert.raisedAt()))
                .append("rule", cause.key().rule().word())
                .append("severity", cause.severity().word())
                .append("subject", cause.subject())
                .append("commitmentId", cause.key().commitmentId())
                .append("milestoneId", cause.key().milestoneId())
                .append("indicatorId", cause.key().indicatorId())
                .append("groupId", cause.groupId())
                .append("leadPartnerId", cause.leadPartnerId())
                .append("cause", cause.sentence())
                .append("causeSequence", cause.key().sequence())
                .append("step", cause.key().step())
                .append("traceparent", alert.traceparent())
                .append("acknowledgement", write(alert.acknowledgement()))
                .append("resolution", write(alert.resolution()));
    }

    public static Alert read(Document stored) {
        CauseKey key = new CauseKey(
                Worded.of(AlertRule.class, stored.getString("rule")),
                stored.getString("commitmentId"),
                stored.getString("milestoneId"),
                stored.getString("indicatorId"),
                stored.getLong("causeSequence"),
                stored.get("step", CauseKey.FIRST_STEP));
        Cause cause = new Cause(
                key,
                Worded.of(Severity.class, stored.getString("severity")),
                stored.getString("subject"),
                stored.getString("groupId"),
                stored.getString("leadPartnerId"),
                stored.getString("cause"));
        return new Alert(
                cause,
                instant(stored, "raisedAt"),
                stored.getString("traceparent"),
                acknowledgement(stored.get("acknowledgement", Document.class)),
                resolution(stored.get("resolution", Document.class)));
    }

    private static @Nullable Document write(@Nullable Acknowledgement by) {
        return by == null
                ? null
                : new Document("at", Date.from(by.at()))
                        .append("organizationId", by.organizationId())
                        .append("note", by.note());
    }

    private static @Nullable Acknowledgement acknowledgement(@Nullable Document stored) {
        return stored == null
                ? null
                : new Acknowledgement(
                        instant(stored, "at"), stored.getString("organizationId"), stored.getString("note"));
    }

    private static @Nullable Document write(@Nullable Resolution end) {
        return end == null
                ? null
                : new Document("at", Date.from(end.at()))
                        .append("sentence", end.sentence())
                        .append("sequence", end.sequence());
    }

    private static @Nullable Resolution resolution(@Nullable Document stored) {
        return stored == null
                ? null
                : new Resolution(instant(stored, "at"), stored.getString("sentence"), stored.getLong("sequence"));
    }

    private static Instant instant(Document stored, String field) {
        return stored.getDate(field).toInstant();
    }
}
