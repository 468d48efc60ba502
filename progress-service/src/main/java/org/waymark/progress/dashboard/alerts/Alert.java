package org.waymark.progress.dashboard.alerts;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An alert as far as the dashboard shows it.
 *
 * @param state raised or acknowledged while it is open, then resolved
 * @param milestoneId where it is about one
 * @param groupId whose co-chairs must know
 * @param cause a sentence for people
 */
record Alert(
        String rule,
        String severity,
        String state,
        String commitmentId,
        @Nullable String milestoneId,
        String groupId,
        String cause,
        Instant raisedAt) {

    static final String RAISED = "raised";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String RESOLVED = "resolved";

    /** What belongs in it and was left out is found here. */
    Alert {
        Stream.of(rule, severity, state, commitmentId, groupId, cause, raisedAt).forEach(Objects::requireNonNull);
    }

    Alert in(String next) {
        return new Alert(rule, severity, next, commitmentId, milestoneId, groupId, cause, raisedAt);
    }
}
