package org.waymark.notification.alert.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Changed;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.platform.Event;

/** An alert that its store lost is the same again, but for the note. */
class EventReadingTest {

    private static final Instant RAISED = Instant.parse("2026-11-02T08:00:00.123Z");
    private static final Instant LATER = RAISED.plusSeconds(60);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Cause CAUSE = new Cause(
            new CauseKey(AlertRule.MILESTONE_OVERDUE, "c1", "m1", 4),
            Severity.WARNING,
            "Baseline survey",
            "g1",
            "p1",
            "It was due.");

    @Test
    void a_raised_alert_is_as_it_was() {
        Changed raised = Alert.raise(CAUSE, RAISED, TRACE);

        assertThat(refolded(null, raised, RAISED)).isEqualTo(raised.alert());
    }

    @Test
    void an_alert_about_an_indicator_keeps_its_step_and_so_its_id() {
        CauseKey key = new CauseKey(AlertRule.SILENT, "c1", null, "i1", 4, "365");
        Cause cause = new Cause(key, Severity.URGENT, "People recruited", "g1", "p1", "Nobody has reported.");
        Changed raised = Alert.raise(cause, RAISED, TRACE);

        assertThat(refolded(null, raised, RAISED)).isEqualTo(raised.alert());
    }

    @Test
    void of_an_acknowledgement_the_note_alone_is_gone() {
        Alert raised = Alert.raise(CAUSE, RAISED, TRACE).alert();
        Changed acknowledged = (Changed) raised.acknowledge(new Acknowledgement(LATER, "p2", "On Monday."));

        Alert again = refolded(raised, acknowledged, LATER);

        assertThat(again.state()).isEqualTo(acknowledged.alert().state());
        assertThat(again.acknowledgement()).isEqualTo(new Acknowledgement(LATER, "p2", null));
    }

    @Test
    void a_resolved_alert_stays_acknowledged() {
        Alert raised = Alert.raise(CAUSE, RAISED, TRACE).alert();
        Alert acknowledged = ((Changed) raised.acknowledge(new Acknowledgement(LATER, null, null))).alert();
        Changed resolved = acknowledged
                .resolve(new Ending(CAUSE.key(), "It was reached.", 5), LATER)
                .orElseThrow();

        assertThat(refolded(acknowledged, resolved, LATER)).isEqualTo(resolved.alert());
    }

    @Test
    void what_earlier_versions_wrote_has_no_subject() {
        byte[] earlier = """
                {"rule": "off-track", "severity": "urgent", "commitmentId": "c1", "groupId": "g1", "cause": "Said so.",
                 "causeSequence": 3}""".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Alert alert = EventReading.after(null, event(PublicEvent.AlertRaised.TYPE, earlier, RAISED));

        assertThat(alert.cause().subject()).isEmpty();
        assertThat(alert.cause().groupId()).isEqualTo("g1");
    }

    @Test
    void nothing_comes_before_it_is_raised() {
        assertThatThrownBy(() -> EventReading.after(
                        null, event(PublicEvent.AlertAcknowledged.TYPE, new byte[] {'{', '}'}, LATER)))
                .hasMessageContaining("begins by being raised");
    }

    private static Alert refolded(@Nullable Alert before, Changed changed, Instant now) {
        NewEvent written = PublicEvents.of(changed.event(), now);
        return EventReading.after(before, event(written.type(), written.data(), now));
    }

    private static Event event(String type, byte[] data, Instant time) {
        return new Event("e1", "/notification-service", type, "a1", 1, time, TRACE, data);
    }
}
