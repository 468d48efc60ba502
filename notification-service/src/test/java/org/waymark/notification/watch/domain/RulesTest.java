package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Worded;

/** The stories of {@code rules.txt}: what happens to a commitment, and what its rule says to each of it. */
class RulesTest {

    private static final Set<AlertRule> TOLD_ELSEWHERE =
            Set.of(AlertRule.MILESTONE_REACHED, AlertRule.OFF_TRACK, AlertRule.MILESTONE_OVERDUE);

    record Line(String happening, String said) {}

    static Stream<Arguments> stories() {
        List<Arguments> stories = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (String line : text().lines().filter(one -> !one.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                String[] parts = line.strip().split(" *\\| ?", 2);
                lines.add(new Line(parts[0], parts.length > 1 ? parts[1].strip() : ""));
            } else if (!line.startsWith("#")) {
                lines = new ArrayList<>();
                stories.add(arguments(line, lines));
            }
        }
        return stories.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void a_rule_says(String story, List<Line> lines) {
        AlertRule rule = Worded.of(AlertRule.class, story.split(":")[0]);
        boolean begun = lines.getFirst().happening().contains("submitted");
        List<Line> all = new ArrayList<>(begun ? List.of() : List.of(new Line("submitted submitted", "")));
        all.addAll(lines);

        assertThat(said(rule, all)).isEqualTo(all.stream().map(Line::said).toList());
    }

    @Test
    void every_rule_has_its_stories() {
        Set<String> told = new TreeSet<>();
        stories().forEach(story -> told.add(String.valueOf(story.get()[0]).split(":")[0]));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AlertRule.values())
                        .filter(rule -> !TOLD_ELSEWHERE.contains(rule))
                        .map(AlertRule::word)
                        .toList());
    }

    private static List<String> said(AlertRule rule, List<Line> lines) {
        Seen told = new Seen();
        return lines.stream().map(line -> told.by(rule, line.happening())).toList();
    }

    /** A commitment as its rules see it, with the alerts that are open as the store would have them. */
    private static final class Seen {

        private final Set<CauseKey> open = new HashSet<>();
        private Instant now = Instant.parse("2026-11-01T10:00:00Z");
        private @Nullable Watch watch;
        private long sequence;

        String by(AlertRule rule, String happening) {
            Rule.Findings found = happening.startsWith("at ") ? tick(happening.substring(3)) : event(happening);
            found.ended().forEach(ending -> open.remove(ending.key()));
            found.due().forEach(cause -> open.add(cause.key()));
            return Stream.concat(
                            found.ended().stream()
                                    .filter(it -> it.key().rule() == rule)
                                    .map(RulesTest::word),
                            found.due().stream()
                                    .filter(it -> it.key().rule() == rule)
                                    .map(RulesTest::word))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }

        private Rule.Findings tick(String time) {
            now = Instant.parse(time);
            Set<AlertRule> rules = ClockRule.all().stream().map(ClockRule::rule).collect(Collectors.toSet());
            return ClockRule.examine(
                    Objects.requireNonNull(watch),
                    new Tick(now),
                    open.stream().filter(key -> rules.contains(key.rule())).toList());
        }

        private Rule.Findings event(String happening) {
            Watch before = watch;
            Heard heard = Script.heard(happening, ++sequence, now);
            Watch after = Folding.after(before, heard);
            watch = after;
            List<Cause> due = new ArrayList<>();
            List<Ending> ended = new ArrayList<>(ClockRule.ended(before, heard.what(), after, new Tick(now)));
            for (Rule one : Rule.all()) {
                Rule.Findings found = one.examine(before, heard.what(), after);
                due.addAll(found.due());
                ended.addAll(found.ended());
            }
            ended.removeIf(ending -> !open.contains(ending.key())); // there is nothing to resolve
            return new Rule.Findings(due, ended);
        }
    }

    private static String word(Ending ending) {
        return "-" + word(ending.key()) + ": " + ending.sentence();
    }

    private static String word(Cause cause) {
        return "+" + word(cause.key()) + " " + cause.severity().word() + ": " + cause.sentence();
    }

    private static String word(CauseKey key) {
        return key.sequence() + (key.step().equals(CauseKey.FIRST_STEP) ? "" : "/" + key.step());
    }

    private static String text() {
        try (InputStream file = RulesTest.class.getResourceAsStream("/rules.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
