package org.waymark.notification.watch.domain;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.CauseKey;

/**
 * What the rules about claims, assessments and lateness come to, event by event: {@code +off-track 2} for a cause begun by event 2 and {@code -off-track 2 by
 * 3} for its end by event 3.
 */
final class Told {

    private static final Set<AlertRule> RULES =
            Set.of(AlertRule.MILESTONE_REACHED, AlertRule.OFF_TRACK, AlertRule.MILESTONE_OVERDUE);

    private Told() {}

    static Arguments story(String name, List<String> told, Happening... happenings) {
        return arguments(name, told, Arrays.asList(happenings));
    }

    static List<String> of(List<Happening> happenings) {
        return told(Happening.events(Status.SUBMITTED, happenings));
    }

    static List<String> ofOneThatIs(Status status, Happening... happenings) {
        return told(Happening.events(status, List.of(happenings)));
    }

    /** The sentences, in the order in which they are said. */
    static List<String> sentences(Happening... happenings) {
        return examine(Happening.events(Status.SUBMITTED, List.of(happenings)))
                .flatMap(found -> Stream.concat(
                        found.due().stream()
                                .filter(cause -> RULES.contains(cause.key().rule()))
                                .map(cause -> cause.sentence()),
                        found.ended().stream()
                                .filter(ending -> RULES.contains(ending.key().rule()))
                                .map(ending -> ending.sentence())))
                .toList();
    }

    private static List<String> told(List<CommitmentEvent> events) {
        List<String> told = new ArrayList<>();
        examine(events).forEach(found -> {
            found.due().stream()
                    .filter(cause -> RULES.contains(cause.key().rule()))
                    .forEach(cause -> told.add("+" + word(cause.key())));
            found.ended().stream()
                    .filter(ending -> RULES.contains(ending.key().rule()))
                    .forEach(ending -> told.add("-" + word(ending.key()) + " by " + ending.sequence()));
        });
        return told;
    }

    private static Stream<Rule.Findings> examine(List<CommitmentEvent> events) {
        List<Rule.Findings> all = new ArrayList<>();
        @Nullable Watch before = null;
        for (CommitmentEvent event : events) {
            Watch after = Folding.after(before, new Heard(event, Instant.EPOCH, null));
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
