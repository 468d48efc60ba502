package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.notification.watch.domain.Happening.adds;
import static org.waymark.notification.watch.domain.Happening.becomes;
import static org.waymark.notification.watch.domain.Happening.closes;
import static org.waymark.notification.watch.domain.Happening.imported;
import static org.waymark.notification.watch.domain.Happening.overdue;
import static org.waymark.notification.watch.domain.Happening.putOff;
import static org.waymark.notification.watch.domain.Happening.reaches;
import static org.waymark.notification.watch.domain.Happening.retitles;
import static org.waymark.notification.watch.domain.Happening.takesBack;
import static org.waymark.notification.watch.domain.Told.story;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.notification.watch.domain.Milestone.State;

class MilestoneOverdueRuleTest {

    static Stream<Arguments> stories() {
        return Stream.of(
                story("a milestone is overdue", List.of("+milestone-overdue survey 2"), overdue("survey")),
                story(
                        "it is overdue once",
                        List.of("+milestone-overdue survey 2"),
                        overdue("survey"),
                        overdue("survey")),
                story(
                        "what was late when it was entered is still late",
                        List.of("+milestone-overdue survey 2"),
                        imported(overdue("survey"))),
                story(
                        "one that was added later counts as well",
                        List.of("+milestone-overdue corridor 3"),
                        adds("corridor"),
                        overdue("corridor")),
                story(
                        "a new title is nobody's alarm",
                        List.of("+milestone-overdue survey 2"),
                        overdue("survey"),
                        retitles("survey", "First survey"),
                        retitles("Fair recruitment")),
                // reached
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
                        "late again after the claim was taken back is a new cause",
                        List.of(
                                "+milestone-overdue survey 2",
                                "+milestone-reached survey 3",
                                "-milestone-overdue survey 2 by 3",
                                "-milestone-reached survey 3 by 4",
                                "+milestone-overdue survey 5"),
                        overdue("survey"),
                        reaches("survey"),
                        takesBack(List.of("survey")),
                        overdue("survey")),
                // rescheduled
                story(
                        "another day resolves it, and when that has passed it is a new cause",
                        List.of(
                                "+milestone-overdue survey 2",
                                "-milestone-overdue survey 2 by 3",
                                "+milestone-overdue survey 4"),
                        overdue("survey"),
                        putOff("survey"),
                        overdue("survey")),
                story(
                        "another day in time is nobody's alarm",
                        List.of("+milestone-overdue survey 3"),
                        putOff("survey"),
                        overdue("survey")),
                // at rest
                story(
                        "resumed and still late is a new cause, which ends as any other",
                        List.of(
                                "+milestone-overdue survey 2",
                                "-milestone-overdue survey 2 by 3",
                                "+milestone-overdue survey 4",
                                "-milestone-overdue survey 4 by 5"),
                        overdue("survey"),
                        becomes(Status.SUSPENDED),
                        becomes(Status.IN_IMPLEMENTATION),
                        putOff("survey")),
                story(
                        "put off while it was suspended, it is not late when it is resumed",
                        List.of(
                                "+milestone-overdue survey 2",
                                "-milestone-overdue survey 2 by 3",
                                "+milestone-overdue survey 6"),
                        overdue("survey"),
                        becomes(Status.SUSPENDED),
                        putOff("survey"),
                        becomes(Status.IN_IMPLEMENTATION),
                        overdue("survey")),
                story(
                        "late while nothing is expected waits until it is",
                        List.of("+milestone-overdue survey 4"),
                        becomes(Status.SUSPENDED),
                        overdue("survey"),
                        becomes(Status.ENDORSED)),
                story(
                        "being endorsed and begun changes nothing",
                        List.of("+milestone-overdue survey 2"),
                        overdue("survey"),
                        becomes(Status.ENDORSED),
                        becomes(Status.IN_IMPLEMENTATION)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void alerts_of(String name, List<String> told, List<Happening> happenings) {
        assertThat(Told.of(happenings)).containsExactlyElementsOf(told);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"VERIFIED", "MISSED", "CANCELLED"})
    void ends_with_the_milestone_and_never_comes_back(State how) {
        assertThat(Told.of(List.of(overdue("survey"), closes("survey", how), putOff("survey"), overdue("survey"))))
                .containsExactly("+milestone-overdue survey 2", "-milestone-overdue survey 2 by 3");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "WITHDRAWN", "SUSPENDED"})
    void ends_with_the_commitment(Status status) {
        assertThat(Told.of(List.of(overdue("survey"), becomes(status), overdue("training"))))
                .containsExactly("+milestone-overdue survey 2", "-milestone-overdue survey 2 by 3");
    }

    @Test
    void does_not_begin_in_one_that_came_in_suspended() {
        assertThat(Told.ofOneThatIs(Status.SUSPENDED, imported(overdue("survey"))))
                .isEmpty();
        assertThat(Told.ofOneThatIs(Status.SUSPENDED, imported(overdue("survey")), becomes(Status.SUBMITTED)))
                .containsExactly("+milestone-overdue survey 3");
    }

    @Test
    void says_so_in_a_sentence() {
        assertThat(Told.sentences(overdue("survey"), retitles("Fair recruitment"), putOff("survey")))
                .containsExactly(
                        "Milestone \"Baseline survey\" of \"Safe recruitment\" was due on 31 December 2026 and has not"
                                + " been reported reached.",
                        "Milestone \"Baseline survey\" of \"Fair recruitment\" is due on 28 February 2027 now.");
        assertThat(Told.sentences(imported(overdue("survey"))))
                .containsExactly("Milestone \"Baseline survey\" of \"Safe recruitment\" was due on 31 December 2026 and"
                        + " has not been reported reached (it was past already when the commitment was entered).");
    }

    @Test
    void says_what_ended_it() {
        assertThat(ending(reaches("survey"))).endsWith("has been reported reached.");
        assertThat(ending(closes("survey", State.VERIFIED))).endsWith("has been verified.");
        assertThat(ending(closes("survey", State.MISSED))).endsWith("is recorded as missed.");
        assertThat(ending(closes("survey", State.CANCELLED))).endsWith("has been cancelled.");
        assertThat(ending(becomes(Status.COMPLETED))).isEqualTo("\"Safe recruitment\" has been completed.");
        assertThat(ending(becomes(Status.WITHDRAWN))).isEqualTo("\"Safe recruitment\" has been withdrawn.");
    }

    private static String ending(Happening happening) {
        return Told.sentences(overdue("survey"), happening).getLast();
    }
}
