package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.Claim;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Promise;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
import org.waymark.notification.watch.domain.CommitmentEvent.Submitted;

/** From what happens to a commitment to what somebody hears of it; each event's sequence is its place in the list. */
class RulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    /** An event that does not know its sequence yet. */
    private interface Happens {
        CommitmentEvent at(long sequence);
    }

    static Stream<Arguments> stories() {
        return Stream.of(
                story("a submission alerts nobody", List.of()),
                // milestone reached
                story("a milestone is reached", List.of("+milestone-reached survey 2"), reaches("survey")),
                story(
                        "saying so again is no news",
                        List.of("+milestone-reached survey 2"),
                        reaches("survey"),
                        reaches("survey")),
                story(
                        "two milestones are two causes",
                        List.of("+milestone-reached survey 2", "+milestone-reached training 2"),
                        reaches("survey", "training")),
                story("an imported milestone is old news", List.of(), imported(reaches("survey"))),
                story(
                        "reporting again what was imported is no news either",
                        List.of(),
                        imported(reaches("survey")),
                        reaches("survey")),
                // off track
                story("at risk is not off track", List.of(), assesses(Assessment.AT_RISK)),
                story("off track", List.of("+off-track 2"), assesses(Assessment.OFF_TRACK)),
                story(
                        "still off track is the same cause",
                        List.of("+off-track 2"),
                        assesses(Assessment.OFF_TRACK),
                        assesses(null),
                        assesses(Assessment.OFF_TRACK)),
                story(
                        "another assessment resolves it",
                        List.of("+off-track 2", "-off-track 2 by 3"),
                        assesses(Assessment.OFF_TRACK),
                        assesses(Assessment.AT_RISK)),
                story(
                        "off track anew is a new cause",
                        List.of("+off-track 2", "-off-track 2 by 3", "+off-track 4"),
                        assesses(Assessment.OFF_TRACK),
                        assesses(Assessment.ON_TRACK),
                        assesses(Assessment.OFF_TRACK)),
                story(
                        "an import that says off track counts",
                        List.of("+off-track 2"),
                        imported(assesses(Assessment.OFF_TRACK))),
                story(
                        "what a later record of the import takes back is resolved",
                        List.of("+off-track 2", "-off-track 2 by 3"),
                        imported(assesses(Assessment.OFF_TRACK)),
                        imported(assesses(Assessment.ON_TRACK))),
                // overdue
                story("a milestone is overdue", List.of("+milestone-overdue survey 2"), overdue("survey")),
                story(
                        "it is overdue once",
                        List.of("+milestone-overdue survey 2"),
                        overdue("survey"),
                        overdue("survey")),
                story(
                        "reaching it resolves that, and is told",
                        List.of(
                                "+milestone-overdue survey 2",
                                "+milestone-reached survey 3",
                                "-milestone-overdue survey 2 by 3"),
                        overdue("survey"),
                        reaches("survey")),
                story(
                        "reaching another one does not",
                        List.of("+milestone-overdue survey 2", "+milestone-reached training 3"),
                        overdue("survey"),
                        reaches("training")),
                story(
                        "an import resolves it without telling",
                        List.of("+milestone-overdue survey 2", "-milestone-overdue survey 2 by 3"),
                        overdue("survey"),
                        imported(reaches("survey"))),
                story(
                        "what is reached is not overdue",
                        List.of("+milestone-reached survey 2"),
                        reaches("survey"),
                        overdue("survey")),
                story(
                        "a new title is nobody's alarm",
                        List.of(),
                        sequence -> new Revised(sequence, "Fair recruitment")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void alerts_of(String name, List<String> expected, List<Happens> happens) {
        assertThat(found(events(happens))).containsExactlyElementsOf(expected);
    }

    @Test
    void says_what_happened_in_a_sentence() {
        List<CommitmentEvent> events = events(List.of(
                overdue("survey"),
                sequence -> new Revised(sequence, "Fair recruitment"),
                reaches("survey"),
                imported(assesses(Assessment.OFF_TRACK)),
                imported(overdue("training"))));

        assertThat(causes(events).stream().map(Cause::sentence))
                .containsExactly(
                        "Milestone \"Baseline survey\" of \"Safe recruitment\" was due on 31 December 2026 and has not"
                                + " been reported reached.",
                        "Milestone \"Baseline survey\" of \"Fair recruitment\" was reported reached on 30 October 2026.",
                        "The progress update of 1 November 2026 assesses \"Fair recruitment\" as off track (from"
                                + " imported records).",
                        "Milestone \"Training of inspectors\" of \"Fair recruitment\" was due on 31 December 2026 and has"
                                + " not been reported reached (from imported records).");
    }

    @Test
    void understands_nothing_of_a_milestone_that_was_never_promised() {
        assertThatThrownBy(() -> found(events(List.of(reaches("unheard-of")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unheard-of");
    }

    @Test
    void understands_no_commitment_that_does_not_begin_with_its_submission() {
        assertThatThrownBy(() -> Watch.after(null, reaches("survey").at(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments story(String name, List<String> alerts, Happens... happens) {
        return arguments(name, alerts, Arrays.asList(happens));
    }

    private static List<CommitmentEvent> events(List<Happens> happens) {
        List<CommitmentEvent> events = new ArrayList<>();
        events.add(new Submitted(
                1,
                "c",
                "Safe recruitment",
                "iom",
                "group",
                List.of(
                        new Promise("survey", "Baseline survey", LocalDate.of(2026, 12, 31)),
                        new Promise("training", "Training of inspectors", LocalDate.of(2027, 6, 30)))));
        happens.forEach(one -> events.add(one.at(events.size() + 1)));
        return events;
    }

    private static Happens reaches(String... milestones) {
        List<Claim> claims = Arrays.stream(milestones)
                .map(id -> new Claim(id, LocalDate.of(2026, 10, 30)))
                .toList();
        return sequence -> new ProgressReported(sequence, null, DAY, claims, false);
    }

    private static Happens assesses(@Nullable Assessment assessment) {
        return sequence -> new ProgressReported(sequence, assessment, DAY, List.of(), false);
    }

    private static Happens overdue(String milestone) {
        return sequence -> new BecameOverdue(sequence, milestone, LocalDate.of(2026, 12, 31), false);
    }

    private static Happens imported(Happens live) {
        return sequence -> switch (live.at(sequence)) {
            case ProgressReported update ->
                new ProgressReported(sequence, update.assessment(), update.effective(), update.reached(), true);
            case BecameOverdue overdue -> new BecameOverdue(sequence, overdue.milestoneId(), overdue.due(), true);
            case Submitted submitted -> submitted;
            case Revised revised -> revised;
        };
    }

    private static List<String> found(List<CommitmentEvent> events) {
        List<String> found = new ArrayList<>();
        examine(events).forEach(findings -> {
            findings.due().forEach(cause -> found.add("+" + word(cause.key())));
            findings.ended().forEach(ending -> found.add("-" + word(ending.key()) + " by " + ending.sequence()));
        });
        return found;
    }

    private static List<Cause> causes(List<CommitmentEvent> events) {
        return examine(events).flatMap(findings -> findings.due().stream()).toList();
    }

    private static Stream<Rule.Findings> examine(List<CommitmentEvent> events) {
        List<Rule.Findings> all = new ArrayList<>();
        Watch before = null;
        for (CommitmentEvent event : events) {
            Watch after = Watch.after(before, event);
            for (Rule rule : Rule.all()) {
                all.add(rule.examine(before, event, after));
            }
            before = after;
        }
        return all.stream();
    }

    private static String word(CauseKey key) {
        return key.rule().word() + (key.milestoneId() == null ? "" : " " + key.milestoneId()) + " " + key.sequence();
    }
}
