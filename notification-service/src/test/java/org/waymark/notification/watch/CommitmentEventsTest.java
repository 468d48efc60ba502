package org.waymark.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.notification.Examples;
import org.waymark.notification.watch.domain.Assessment;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.Claim;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneClosed;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Promise;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
import org.waymark.notification.watch.domain.CommitmentEvent.Source;
import org.waymark.notification.watch.domain.CommitmentEvent.StatusChanged;
import org.waymark.notification.watch.domain.CommitmentEvent.Submitted;
import org.waymark.notification.watch.domain.CommitmentEvent.Values;
import org.waymark.notification.watch.domain.Folding;
import org.waymark.notification.watch.domain.Milestone.State;
import org.waymark.notification.watch.domain.Status;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Event;

class CommitmentEventsTest {

    @Test
    void reads_what_the_watch_needs_and_no_more() {
        assertThat(read(CommitmentEvents.SUBMITTED, Examples.text("submitted")))
                .isEqualTo(new Submitted(
                        7,
                        "c",
                        "Safe recruitment corridors",
                        "LEAD",
                        "GROUP",
                        ZoneOffset.UTC,
                        Status.SUBMITTED,
                        List.of(
                                new Promise("m1", "Baseline survey", LocalDate.of(2026, 10, 31)),
                                new Promise("m2", "Training of inspectors", LocalDate.of(2027, 6, 30))),
                        List.of(),
                        false));
        assertThat(read(CommitmentEvents.REVISED, Examples.text("revised")))
                .isEqualTo(new Revised(7, "Fair recruitment corridors", ZoneOffset.UTC));
        assertThat(read(CommitmentEvents.STATUS_CHANGED, Examples.text("suspended")))
                .isEqualTo(new StatusChanged(7, Status.SUSPENDED));
        assertThat(read(CommitmentEvents.MILESTONE_OVERDUE, Examples.text("overdue")))
                .isEqualTo(new BecameOverdue(7, "m1", LocalDate.of(2026, 10, 31), false));
        assertThat(read(CommitmentEvents.MILESTONE_RESCHEDULED, Examples.text("put-off")))
                .isEqualTo(new MilestoneRescheduled(7, "m1", LocalDate.of(2027, 1, 31)));
        assertThat(read(CommitmentEvents.PROGRESS_REPORTED, Examples.text("off-track")))
                .isEqualTo(reported(
                        new Source("u2", true, false, null),
                        Assessment.OFF_TRACK,
                        LocalDate.of(2026, 11, 1),
                        List.of(),
                        List.of()));
    }

    @Test
    void reads_claims_that_are_made_and_such_as_are_taken_back() {
        LocalDate day = LocalDate.of(2026, 11, 15);

        assertThat(read(CommitmentEvents.PROGRESS_REPORTED, Examples.text("reached")))
                .isEqualTo(reported(
                        new Source("u1", true, false, null),
                        null,
                        day,
                        List.of(new Claim("m1", LocalDate.of(2026, 11, 14))),
                        List.of()));
        assertThat(read(CommitmentEvents.UPDATE_RESUBMITTED, Examples.text("taken-back")))
                .as("m2 is begun, which alerts nobody")
                .isEqualTo(reported(
                        new Source("u1", true, true, null),
                        Assessment.ON_TRACK,
                        LocalDate.of(2026, 11, 18),
                        List.of(),
                        List.of("m1")));
    }

    @Test
    void reads_how_a_milestone_changes() {
        String named = "{\"milestoneId\": \"m1\", \"title\": \"First survey\", \"weight\": 4}";
        String added =
                "{\"milestone\": {\"id\": \"m3\", \"title\": \"Audit\", \"due\": \"2027-03-31\", \"weight\": 2}}";

        assertThat(read(CommitmentEvents.MILESTONE_ADDED, added))
                .isEqualTo(new MilestoneAdded(7, new Promise("m3", "Audit", LocalDate.of(2027, 3, 31))));
        assertThat(read(CommitmentEvents.MILESTONE_REVISED, named))
                .isEqualTo(new MilestoneRevised(7, "m1", "First survey"));
        assertThat(read(CommitmentEvents.MILESTONE_VERIFIED, named))
                .isEqualTo(new MilestoneClosed(7, "m1", State.VERIFIED));
        assertThat(read(CommitmentEvents.MILESTONE_MISSED, named))
                .isEqualTo(new MilestoneClosed(7, "m1", State.MISSED));
        assertThat(read(CommitmentEvents.MILESTONE_CANCELLED, named))
                .isEqualTo(new MilestoneClosed(7, "m1", State.CANCELLED));
    }

    @ParameterizedTest
    @CsvSource({
        "progress-reported, off-track, '\"assessment\": \"off-track\"', '\"assessment\": \"so-so\"', so-so",
        "progress-reported, reached, '\"status\": \"reached\"', '\"status\": \"nearly\"', nearly",
        "progress-reported, reached, '\"status\": \"reached\",', '', milestones.status",
        "status-changed, suspended, '\"to\": \"suspended\"', '\"to\": \"asleep\"', asleep",
        "submitted, submitted, '\"status\": \"submitted\",', '', status",
        "submitted, submitted, '\"lead\": {\"partnerId\": \"LEAD\"},', '', lead"
    })
    void does_not_guess_at_what_it_does_not_know(String type, String example, String known, String sent, String named) {
        String text = Examples.text(example);
        assertThat(text).contains(known);

        assertThatThrownBy(() -> read("org.waymark.commitment." + type + ".v1", text.replace(known, sent)))
                .hasMessageContaining(named);
    }

    @Test
    void an_assessment_that_is_taken_back_leaves_the_one_before_it_or_none() {
        String taken = """
                {"updateId": "u", "revision": 2, "organizationId": "o", "effective": "2026-11-01", "milestones": [],
                 "actuals": [], "evidence": 0, "health": {"status": "unknown", "reasons": []},
                 "retracted": {"milestones": [], "actuals": [], "assessment": {%s}}}
                """;

        assertThat(read("org.waymark.commitment.update-resubmitted.v1", taken.formatted("\"now\": \"at-risk\"")))
                .isInstanceOfSatisfying(ProgressReported.class, event -> {
                    assertThat(event.assessment()).isEqualTo(Assessment.AT_RISK);
                    assertThat(event.unassessed()).isFalse();
                });
        assertThat(read("org.waymark.commitment.update-resubmitted.v1", taken.formatted("")))
                .isInstanceOfSatisfying(
                        ProgressReported.class,
                        event -> assertThat(event.unassessed()).isTrue());
    }

    @Test
    void stores_a_watch_as_it_is() {
        Watch watch = null;
        List<Event> events = List.of(
                event(1, CommitmentEvents.SUBMITTED, Examples.text("submitted")),
                event(2, CommitmentEvents.MILESTONE_OVERDUE, Examples.text("overdue")),
                event(3, CommitmentEvents.PROGRESS_REPORTED, Examples.text("off-track")),
                event(4, CommitmentEvents.STATUS_CHANGED, Examples.text("suspended")));
        for (Event event : events) {
            watch = Folding.after(watch, CommitmentEvents.heard(event));
            assertThat(WatchDocuments.read(WatchDocuments.write(watch))).isEqualTo(watch);
        }
    }

    private static CommitmentEvent reported(
            Source source,
            @Nullable Assessment assessment,
            LocalDate effective,
            List<Claim> reached,
            List<String> retracted) {
        return new ProgressReported(7, source, assessment, false, effective, reached, retracted, Values.NONE, false);
    }

    private static CommitmentEvent read(String type, String data) {
        return read(type, data, 7);
    }

    private static CommitmentEvent read(String type, String data, long sequence) {
        return CommitmentEvents.heard(event(sequence, type, data)).what();
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
