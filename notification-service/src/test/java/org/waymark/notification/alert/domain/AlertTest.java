package org.waymark.notification.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Changed;
import org.waymark.notification.alert.domain.Alert.Refused;

class AlertTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Acknowledgement SEEN = new Acknowledgement(NOW, "unicef", "We call them.");

    @Test
    void is_acknowledged_once() {
        Alert seen = acknowledged(anAlert());

        assertThat(seen.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(seen.acknowledge(SEEN)).isEqualTo(new Refused(AlertState.ACKNOWLEDGED));
    }

    @Test
    void is_resolved_after_its_acknowledgement_too() {
        Alert resolved = resolved(acknowledged(anAlert()));

        assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(resolved.acknowledgement()).isEqualTo(SEEN);
    }

    @Test
    void is_resolved_once_and_never_opened_again() {
        Alert resolved = resolved(anAlert());

        assertThat(resolved.resolve(ending(), NOW.plusSeconds(1))).isEmpty();
        assertThat(resolved.acknowledge(SEEN)).isEqualTo(new Refused(AlertState.RESOLVED));
    }

    private static Alert anAlert() {
        CauseKey key = new CauseKey(AlertRule.OFF_TRACK, "c", null, 2);
        return Alert.raise(
                        new Cause(key, Severity.URGENT, "Safe recruitment", "group", "iom", "It is off track."),
                        NOW,
                        null)
                .alert();
    }

    private static Alert acknowledged(Alert alert) {
        return ((Changed) alert.acknowledge(SEEN)).alert();
    }

    private static Alert resolved(Alert alert) {
        return alert.resolve(ending(), NOW).orElseThrow().alert();
    }

    private static Ending ending() {
        return new Ending(new CauseKey(AlertRule.OFF_TRACK, "c", null, 2), "It is on track.", 3);
    }
}
