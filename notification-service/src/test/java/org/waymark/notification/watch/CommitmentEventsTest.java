package org.waymark.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.notification.Examples;
import org.waymark.notification.watch.domain.Assessment;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.Claim;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Promise;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
import org.waymark.notification.watch.domain.CommitmentEvent.Submitted;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Event;

class CommitmentEventsTest {

    @Test
    void reads_what_the_watch_needs_and_no_more() {
        assertThat(CommitmentEvents.read(event(1, CommitmentEvents.SUBMITTED, Examples.text("submitted"))))
                .isEqualTo(new Submitted(
                        1,
                        "c",
                        "Safe recruitment corridors",
                        "LEAD",
                        "GROUP",
                        List.of(
                                new Promise("m1", "Baseline survey", LocalDate.of(2026, 10, 31)),
                                new Promise("m2", "Training of inspectors", LocalDate.of(2027, 6, 30)))));
        assertThat(CommitmentEvents.read(event(2, CommitmentEvents.REVISED, Examples.text("revised"))))
                .isEqualTo(new Revised(2, "Fair recruitment corridors"));
        assertThat(CommitmentEvents.read(event(3, CommitmentEvents.MILESTONE_OVERDUE, Examples.text("overdue"))))
                .isEqualTo(new BecameOverdue(3, "m1", LocalDate.of(2026, 10, 31), false));
        assertThat(CommitmentEvents.read(event(4, CommitmentEvents.PROGRESS_REPORTED, Examples.text("reached"))))
                .isEqualTo(new ProgressReported(
                        4,
                        null,
                        LocalDate.of(2026, 11, 15),
                        List.of(new Claim("m1", LocalDate.of(2026, 11, 14))),
                        false));
        assertThat(CommitmentEvents.read(event(5, CommitmentEvents.PROGRESS_REPORTED, Examples.text("off-track"))))
                .isEqualTo(new ProgressReported(5, Assessment.OFF_TRACK, LocalDate.of(2026, 11, 1), List.of(), false));
    }

    @Test
    void does_not_guess_at_what_it_does_not_know() {
        assertThatThrownBy(() -> CommitmentEvents.read(event(
                        2,
                        CommitmentEvents.PROGRESS_REPORTED,
                        Examples.text("off-track")
                                .replace("\"assessment\": \"off-track\"", "\"assessment\": \"so-so\""))))
                .hasMessageContaining("so-so");
        assertThatThrownBy(
                        () -> CommitmentEvents.read(event(1, CommitmentEvents.SUBMITTED, "{\"title\": \"No lead\"}")))
                .hasMessageContaining("lead");
    }

    @Test
    void stores_a_watch_as_it_is() {
        Watch watch = null;
        List<Event> events = List.of(
                event(1, CommitmentEvents.SUBMITTED, Examples.text("submitted")),
                event(2, CommitmentEvents.MILESTONE_OVERDUE, Examples.text("overdue")),
                event(3, CommitmentEvents.PROGRESS_REPORTED, Examples.text("off-track")));
        for (Event event : events) {
            watch = Watch.after(watch, CommitmentEvents.read(event));
            assertThat(WatchDocuments.read(WatchDocuments.write(watch))).isEqualTo(watch);
        }
    }

    private static Event event(long sequence, String type, String data) {
        return new Event(
                "e" + sequence,
                "/progress-service",
                type,
                "c",
                sequence,
                Instant.EPOCH,
                null,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
