package org.waymark.progress.dashboard.alerts;

import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Folds waymark.alerts: one row per alert, which stays when it is resolved so that nothing is applied twice. */
@Component
class AlertProjection implements Projection<Alert> {

    private static final String RAISED = "org.waymark.alert.raised.v1";
    private static final String ACKNOWLEDGED = "org.waymark.alert.acknowledged.v1";
    private static final String RESOLVED = "org.waymark.alert.resolved.v1";
    private static final Set<String> TYPES = Set.of(RAISED, ACKNOWLEDGED, RESOLVED);

    private final JsonMapper json;

    AlertProjection(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean understands(String type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean ignores(String type) {
        return false;
    }

    /** What is read of the first event. */
    private record Raised(
            String rule,
            String severity,
            String commitmentId,
            @Nullable String milestoneId,
            String groupId,
            String cause) {}

    @Override
    public Alert apply(@Nullable Alert alert, Event event) {
        if (event.type().equals(RAISED)) {
            Raised raised = json.readValue(event.data(), Raised.class);
            return new Alert(
                    raised.rule(),
                    raised.severity(),
                    Alert.RAISED,
                    raised.commitmentId(),
                    raised.milestoneId(),
                    raised.groupId(),
                    raised.cause(),
                    event.time());
        }
        Alert raised = Objects.requireNonNull(alert, "the first event of an alert is that it was raised");
        return raised.in(event.type().equals(RESOLVED) ? Alert.RESOLVED : Alert.ACKNOWLEDGED);
    }

    @Override
    public Alert read(Document stored) {
        return new Alert(
                stored.getString("rule"),
                stored.getString("severity"),
                stored.getString("state"),
                stored.getString("commitment"),
                stored.getString("milestone"),
                stored.getString("group"),
                stored.getString("cause"),
                stored.getDate("raisedAt").toInstant());
    }

    @Override
    public Document write(Alert alert) {
        return new Document("rule", alert.rule())
                .append("severity", alert.severity())
                .append("state", alert.state())
                .append("commitment", alert.commitmentId())
                .append("milestone", alert.milestoneId())
                .append("group", alert.groupId())
                .append("cause", alert.cause())
                .append("raisedAt", Date.from(alert.raisedAt()));
    }
}
