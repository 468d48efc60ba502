package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.notification.watch.domain.Assessment.AT_RISK;
import static org.waymark.notification.watch.domain.Assessment.OFF_TRACK;
import static org.waymark.notification.watch.domain.Assessment.ON_TRACK;
import static org.waymark.notification.watch.domain.Happening.assesses;
import static org.waymark.notification.watch.domain.Happening.becomes;
import static org.waymark.notification.watch.domain.Happening.imported;
import static org.waymark.notification.watch.domain.Happening.takesItsAssessmentBack;
import static org.waymark.notification.watch.domain.Told.story;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OffTrackRuleTest {

    static Stream<Arguments> stories() {
        return Stream.of(
                story("at risk is not off track", List.of(), assesses(AT_RISK)),
                story("off track", List.of("+off-track 2"), assesses(OFF_TRACK)),
                story(
                        "still off track is the same cause",
                        List.of("+off-track 2"),
                        assesses(OFF_TRACK),
                        assesses(null),
                        assesses(OFF_TRACK)),
                story(
                        "another assessment resolves it",
                        List.of("+off-track 2", "-off-track 2 by 3"),
                        assesses(OFF_TRACK),
                        assesses(AT_RISK)),
                story(
                        "off track anew is a new cause",
                        List.of("+off-track 2", "-off-track 2 by 3", "+off-track 4"),
                        assesses(OFF_TRACK),
                        assesses(ON_TRACK),
                        assesses(OFF_TRACK)),
                story(
                        "an assessment that is taken back resolves it",
                        List.of("+off-track 2", "-off-track 2 by 3", "+off-track 4"),
                        assesses(OFF_TRACK),
                        takesItsAssessmentBack(),
                        assesses(OFF_TRACK)),
                story("an import that says off track counts", List.of("+off-track 2"), imported(assesses(OFF_TRACK))),
                story(
                        "what a later record of the import takes back is resolved",
                        List.of("+off-track 2", "-off-track 2 by 3"),
                        imported(assesses(OFF_TRACK)),
                        imported(assesses(ON_TRACK))),
                story(
                        "being endorsed and begun changes nothing",
                        List.of("+off-track 3"),
                        becomes(Status.ENDORSED),
                        assesses(OFF_TRACK),
                        becomes(Status.IN_IMPLEMENTATION)),
                story(
                        "resumed and still off track is a new cause",
                        List.of("+off-track 2", "-off-track 2 by 3", "+off-track 4", "-off-track 4 by 5"),
                        assesses(OFF_TRACK),
                        becomes(Status.SUSPENDED),
                        becomes(Status.IN_IMPLEMENTATION),
                        assesses(ON_TRACK)),
                story(
                        "resumed and well is no cause",
                        List.of(),
                        assesses(ON_TRACK),
                        becomes(Status.SUSPENDED),
                        becomes(Status.SUBMITTED)),
                story(
                        "withdrawn while suspended, it ends once",
                        List.of("+off-track 2", "-off-track 2 by 3"),
                        assesses(OFF_TRACK),
                        becomes(Status.SUSPENDED),
                        becomes(Status.WITHDRAWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void alerts_of(String name, List<String> told, List<Happening> happenings) {
        assertThat(Told.of(happenings)).containsExactlyElementsOf(told);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "WITHDRAWN", "SUSPENDED"})
    void ends_with_the_commitment(Status status) {
        assertThat(Told.of(List.of(assesses(OFF_TRACK), becomes(status))))
                .containsExactly("+off-track 2", "-off-track 2 by 3");
    }

    @Test
    void says_so_in_a_sentence() {
        assertThat(Told.sentences(
                        assesses(OFF_TRACK),
                        becomes(Status.SUSPENDED),
                        becomes(Status.ENDORSED),
                        assesses(AT_RISK),
                        imported(assesses(OFF_TRACK)),
                        assesses(ON_TRACK)))
                .containsExactly(
                        "The progress update of 1 November 2026 assesses \"Safe recruitment\" as off track.",
                        "\"Safe recruitment\" has been suspended.",
                        "\"Safe recruitment\" has been resumed; its latest assessment is off track.",
                        "The progress update of 1 November 2026 assesses \"Safe recruitment\" as at risk, no longer off"
                                + " track.",
                        "The progress update of 1 November 2026 assesses \"Safe recruitment\" as off track (from"
                                + " imported records).",
                        "The progress update of 1 November 2026 assesses \"Safe recruitment\" as on track.");
    }
}
