package org.waymark.notification.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;

/** Random histories with ticks in between: deaths, repetitions and ticks too early change nothing of what is alerted. */
class ClockRulePropertyTest {

    private static final List<String> HAPPENINGS = List.of(
            "update as u1",
            "update as u2",
            "return as u1",
            "again update as u1",
            "review as u2",
            "put-off survey 2027-02-28",
            "put-off survey 2026-12-31",
            "reach survey",
            "take-back survey",
            "put-off training 2026-11-20",
            "status suspended",
            "status endorsed",
            "silent 2026-08-01");

    /** The alerts of clock rules, as the store keeps them: raised once each, resolved once for all. */
    private static final class Alerts {

        final Set<CauseKey> raised = new HashSet<>();
        final Set<CauseKey> open = new HashSet<>();

        void raise(Cause cause) {
            if (raised.add(cause.key())) {
                open.add(cause.key());
            }
        }

        void resolve(Ending ending) {
            open.remove(ending.key());
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void come_to_the_same_however_they_are_interrupted(long seed) {
        List<Object> history = history(new Random(seed));
        Alerts once = new Alerts();
        Watch last = run(history, once, null);
        Alerts interrupted = new Alerts();
        run(history, interrupted, new Random(seed));

        assertThat(interrupted.raised).isEqualTo(once.raised);
        assertThat(interrupted.open).isEqualTo(once.open).isEqualTo(standing(last, history));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_changes_between_two_turns(long seed) {
        List<Object> history = history(new Random(seed));
        Alerts alerts = new Alerts();
        Watch watch = run(history, alerts, null);
        Instant now = (Instant) history.getLast();
        Instant next = ClockRule.nextLook(watch, now);

        Instant before = next == null ? now.plus(Duration.ofDays(9999)) : next.minusMillis(1);
        assertThat(ClockRule.examine(watch, new Tick(before), alerts.open)).isEqualTo(Rule.Findings.NONE);
    }

    /** Ends with a tick. */
    private static List<Object> history(Random random) {
        List<Object> history = new ArrayList<>();
        Instant now = Instant.parse("2026-11-01T10:00:00Z");
        history.add("submitted submitted");
        for (int i = 0; i < 12; i++) {
            history.add(HAPPENINGS.get(random.nextInt(HAPPENINGS.size())));
            now = now.plus(Duration.ofHours(random.nextInt(500)));
            history.add(now);
        }
        return history;
    }

    /** @param deaths when it dies between raising and moving on, and what it has done by then; null for never */
    private static Watch run(List<Object> history, Alerts alerts, @Nullable Random deaths) {
        Watch watch = null;
        Instant now = Instant.parse("2026-11-01T10:00:00Z");
        long sequence = 0;
        for (Object one : history) {
            if (one instanceof Instant tick) {
                now = tick;
                look(Objects.requireNonNull(watch), new Tick(tick), alerts, deaths);
            } else {
                Watch before = watch;
                Heard heard = Script.heard((String) one, ++sequence, now);
                watch = Folding.after(before, heard);
                ClockRule.ended(before, heard.what(), watch, new Tick(now)).forEach(alerts::resolve);
            }
        }
        return Objects.requireNonNull(watch);
    }

    private static void look(Watch watch, Tick tick, Alerts alerts, @Nullable Random deaths) {
        if (deaths != null) {
            Rule.Findings found = ClockRule.examine(watch, tick, alerts.open);
            found.due().stream().limit(deaths.nextInt(3)).forEach(alerts::raise);
            found.ended().stream().limit(deaths.nextInt(3)).forEach(alerts::resolve);
        }
        Rule.Findings found = ClockRule.examine(watch, tick, alerts.open);
        found.due().forEach(alerts::raise);
        found.ended().forEach(alerts::resolve);
    }

    private static Set<CauseKey> standing(Watch watch, List<Object> history) {
        Set<CauseKey> standing = new HashSet<>();
        ClockRule.examine(watch, new Tick((Instant) history.getLast()), Set.of())
                .due()
                .forEach(cause -> standing.add(cause.key()));
        return standing;
    }
}
