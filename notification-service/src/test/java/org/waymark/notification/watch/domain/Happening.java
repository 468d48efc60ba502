package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.Claim;
import org.waymark.notification.watch.domain.CommitmentEvent.Measure;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneClosed;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Promise;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
import org.waymark.notification.watch.domain.CommitmentEvent.Source;
import org.waymark.notification.watch.domain.CommitmentEvent.Span;
import org.waymark.notification.watch.domain.CommitmentEvent.StatusChanged;
import org.waymark.notification.watch.domain.CommitmentEvent.Submitted;
import org.waymark.notification.watch.domain.CommitmentEvent.Values;

/** What may happen to a commitment: an event that does not know its sequence yet. */
interface Happening {

    LocalDate DAY = LocalDate.of(2026, 11, 1);
    LocalDate DUE = LocalDate.of(2026, 12, 31);
    Source EVIDENCED = new Source("u", true, false, null);
    Span YEAR_1 = new Span("year-1", LocalDate.of(2026, 1, 1), BigDecimal.valueOf(100), null);
    Span YEAR_2 = new Span("year-2", LocalDate.of(2027, 1, 1), BigDecimal.valueOf(200), null);

    CommitmentEvent at(long sequence);

    /** The commitment's events: its submission with the milestones "survey" and "training", then what happens to it. */
    static List<CommitmentEvent> events(Status status, List<Happening> happenings) {
        List<CommitmentEvent> events = new ArrayList<>();
        events.add(submitted(status, false));
        happenings.forEach(one -> events.add(one.at(events.size() + 1)));
        return events;
    }

    static CommitmentEvent submitted(Status status, boolean backlog) {
        return new Submitted(
                1,
                "c",
                "Safe recruitment",
                "iom",
                "group",
                ZoneOffset.UTC,
                status,
                List.of(
                        new Promise("survey", "Baseline survey", DUE),
                        new Promise("training", "Training of inspectors", LocalDate.of(2027, 6, 30))),
                List.of(
                        new Measure("people", "People recruited", true, List.of(YEAR_1, YEAR_2)),
                        new Measure("fees", "Cases with a fee", false, List.of(YEAR_1, YEAR_2))),
                backlog);
    }

    static Happening reaches(String... milestones) {
        return takesBack(List.of(), milestones);
    }

    /** An update in another one's place. */
    static Happening takesBack(List<String> retracted, String... claimed) {
        List<Claim> claims = Arrays.stream(claimed)
                .map(id -> new Claim(id, LocalDate.of(2026, 10, 30)))
                .toList();
        return sequence ->
                new ProgressReported(sequence, EVIDENCED, null, false, DAY, claims, retracted, Values.NONE, false);
    }

    static Happening assesses(@Nullable Assessment assessment) {
        return sequence -> new ProgressReported(
                sequence, EVIDENCED, assessment, false, DAY, List.of(), List.of(), Values.NONE, false);
    }

    /** The update that had assessed it is taken back, and there was no other assessment. */
    static Happening takesItsAssessmentBack() {
        return sequence ->
                new ProgressReported(sequence, EVIDENCED, null, true, DAY, List.of(), List.of(), Values.NONE, false);
    }

    static Happening overdue(String milestone) {
        return sequence -> new BecameOverdue(sequence, milestone, DUE, false);
    }

    static Happening putOff(String milestone) {
        return sequence -> new MilestoneRescheduled(sequence, milestone, LocalDate.of(2027, 2, 28));
    }

    static Happening closes(String milestone, Milestone.State how) {
        return sequence -> new MilestoneClosed(sequence, milestone, how);
    }

    static Happening adds(String milestone) {
        return sequence -> new MilestoneAdded(sequence, new Promise(milestone, "Second corridor", DUE));
    }

    static Happening retitles(String milestone, String title) {
        return sequence -> new MilestoneRevised(sequence, milestone, title);
    }

    static Happening retitles(String title) {
        return sequence -> new Revised(sequence, title, ZoneOffset.UTC);
    }

    static Happening becomes(Status status) {
        return sequence -> new StatusChanged(sequence, status);
    }

    static Happening imported(Happening live) {
        return sequence -> {
            CommitmentEvent event = live.at(sequence);
            if (event instanceof ProgressReported it) {
                return new ProgressReported(
                        sequence,
                        it.source(),
                        it.assessment(),
                        it.unassessed(),
                        it.effective(),
                        it.reached(),
                        it.retracted(),
                        it.values(),
                        true);
            }
            return event instanceof BecameOverdue it
                    ? new BecameOverdue(sequence, it.milestoneId(), it.due(), true)
                    : event;
        };
    }
}
