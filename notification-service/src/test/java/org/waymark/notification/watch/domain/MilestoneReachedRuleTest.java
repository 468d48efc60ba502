package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.notification.watch.domain.Happening.adds;
import static org.waymark.notification.watch.domain.Happening.closes;
import static org.waymark.notification.watch.domain.Happening.imported;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.notification.watch.domain.Milestone.State;

class MilestoneReachedRuleTest {

    static Stream<Arguments> stories() {
        return Stream.of(
                story("a submission alerts nobody", List.of()),
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
                story(
                        "one that was added later counts as well",
                        List.of("+milestone-reached corridor 3"),
                        adds("corridor"),
                        reaches("corridor")),
                story("an imported milestone is old news", List.of(), imported(reaches("survey"))),
                story(
                        "reporting again what was imported is no news either",
                        List.of(),
                        imported(reaches("survey")),
                        reaches("survey")),
                story(
                        "a claim taken back resolves its alert",
                        List.of("+milestone-reached survey 2", "-milestone-reached survey 2 by 3"),
                        reaches("survey"),
                        takesBack(List.of("survey"))),
                story(
                        "claimed again it is a new cause",
                        List.of(
                                "+milestone-reached survey 2",
                                "-milestone-reached survey 2 by 3",
                                "+milestone-reached survey 4"),
                        reaches("survey"),
                        takesBack(List.of("survey")),
                        reaches("survey")),
                story(
                        "an update in another's place may claim one and take back the other",
                        List.of(
                                "+milestone-reached survey 2",
                                "+milestone-reached training 3",
                                "-milestone-reached survey 2 by 3"),
                        reaches("survey"),
                        takesBack(List.of("survey"), "training")),
                story(
                        "a claim that is kept is no news",
                        List.of("+milestone-reached survey 2"),
                        reaches("survey"),
                        takesBack(List.of(), "survey")),
                story(
                        "verifying a claim changes nothing for those who heard of it",
                        List.of("+milestone-reached survey 2"),
                        reaches("survey"),
                        closes("survey", State.VERIFIED)),
                story(
                        "another day does not undo a claim",
                        List.of("+milestone-reached survey 2"),
                        reaches("survey"),
                        putOff("survey"),
                        reaches("survey")),
                story("a missed one is reached no more", List.of(), closes("survey", State.MISSED), reaches("survey")),
                story(
                        "a cancelled one is reached no more",
                        List.of(),
                        closes("survey", State.CANCELLED),
                        reaches("survey")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void alerts_of(String name, List<String> told, List<Happening> happenings) {
        assertThat(Told.of(happenings)).containsExactlyElementsOf(told);
    }

    @Test
    void says_so_in_a_sentence_with_the_titles_of_the_day() {
        assertThat(Told.sentences(
                        retitles("Fair recruitment"),
                        reaches("survey"),
                        retitles("survey", "Second survey"),
                        takesBack(List.of("survey"))))
                .containsExactly(
                        "Milestone \"Baseline survey\" of \"Fair recruitment\" was reported reached on 30 October 2026.",
                        "The progress update of 1 November 2026 no longer reports milestone \"Second survey\" of \"Fair"
                                + " recruitment\" reached.");
    }
}
