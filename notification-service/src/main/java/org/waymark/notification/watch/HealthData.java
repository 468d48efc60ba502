package org.waymark.notification.watch;

import static org.waymark.notification.watch.CommitmentData.needed;
import static org.waymark.notification.watch.CommitmentData.orNone;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.watch.domain.Health;

/** The health that every event carries, as far as it is read. */
final class HealthData {

    private HealthData() {}

    record Carried(@Nullable Standing health) {

        /** Null in events of before it was told. */
        Health.@Nullable Said said() {
            return health == null ? null : health.said();
        }
    }

    record Standing(
            @Nullable String status,
            @Nullable List<String> reasons,
            @Nullable Map<String, Object> override) {

        private Health.Said said() {
            return new Health.Said(
                    Worded.of(Health.State.class, needed(status, "health.status")),
                    Set.copyOf(orNone(reasons)),
                    override != null);
        }
    }
}
