package org.waymark.progress;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A commitment's events as they might have been recorded on days gone by, straight on the topic. */
final class Past {

    private static final String HEALTH = "\"health\": {\"status\": \"%s\", \"reasons\": []}";

    final String id = UUID.randomUUID().toString();
    private long sequence;

    /** Noon in UTC of that day. */
    Past on(String day, String type, String health, String data) {
        sequence++;
        TopicWriter.put(TopicWriter.event(
                "waymark.commitments",
                id,
                sequence,
                "org.waymark.commitment." + type + ".v1",
                LocalDate.parse(day).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC),
                "{" + data.strip() + (data.isBlank() ? "" : ", ") + HEALTH.formatted(health) + "}"));
        return this;
    }

    /** Of two milestones, {@code m1} (weight 1) and {@code m2} (weight 3). */
    Past submitted(String day, String lead, String place, String reach) {
        return on(day, "submitted", "unknown", """
                "title": "Of %s", "lead": {"partnerId": "%s"}, "supporting": [], %s, %s, "sdgTargets": ["8.7"],
                "start": "2026-01-01", "status": "submitted",
                "milestones": [{"id": "m1", "title": "One", "due": "2026-05-31", "weight": 1},
                               {"id": "m2", "title": "Two", "due": "2026-06-30", "weight": 3}],
                "indicators": []
                """.formatted(day, lead, place, reach));
    }

    Past reached(String day, String organization, String milestone, String on) {
        return on(day, "progress-reported", "on-track", """
                "updateId": "%s", "organizationId": "%s", "effective": "%s", "actuals": [], "evidence": 1,
                "milestones": [{"id": "%s", "status": "reached", "on": "%s"}]
                """.formatted(update(), organization, on, milestone, on));
    }

    Past takenBack(String day, String organization, String milestone) {
        return on(day, "progress-reported", "at-risk", """
                "updateId": "%s", "organizationId": "%s", "effective": "%s", "actuals": [], "milestones": [],
                "retracted": {"milestones": ["%s"], "actuals": []}
                """.formatted(update(), organization, day, milestone));
    }

    Past verified(String day, String milestone) {
        return on(day, "update-verified", "on-track", """
                "updateId": "%s", "organizationId": "r", "revision": 1, "milestones": ["%s"], "actuals": []
                """.formatted(update(), milestone));
    }

    Past putOff(String day, String milestone, String from, String to) {
        return on(day, "milestone-rescheduled", "at-risk", """
                "milestoneId": "%s", "from": "%s", "to": "%s", "organizationId": "o"
                """.formatted(milestone, from, to));
    }

    Past overdue(String day, String milestone, String due) {
        return on(day, "milestone-overdue", "off-track", """
                "milestoneId": "%s", "due": "%s"
                """.formatted(milestone, due));
    }

    Past withdrawn(String day) {
        return on(day, "status-changed", "unknown", """
                "from": "submitted", "to": "withdrawn", "organizationId": "o"
                """);
    }

    long sequence() {
        return sequence;
    }

    private String update() {
        return id + sequence;
    }
}
