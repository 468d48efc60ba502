package org.waymark.notification.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.ClockRule;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Projection.Step;

/**
 * Says, before a batch of watches is stored, when each has to be looked at. A look too early finds nothing to do; one too
 * late would alert nobody.
 */
final class LookPlan {

    private static final int ATTEMPTS = 20;

    private final Looks looks;
    private final Clock clock;

    LookPlan(Looks looks, Clock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    /** @param turn the earliest instant that came with these events; null for none */
    private record Change(long sequence, @Nullable Instant turn) {}

    void note(List<Step<Watch>> steps) {
        Map<String, Change> open = changes(steps);
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("looks keep changing under the feed of watches");
            }
            open.keySet().retainAll(put(open));
        }
    }

    private Set<String> put(Map<String, Change> open) {
        Map<String, Look> standing = looks.of(open.keySet());
        List<Look> changed = new ArrayList<>();
        open.forEach((id, change) -> {
            Look look = standing.getOrDefault(id, Look.first(id));
            if (!look.mayStay(clock.instant(), change.turn())) {
                changed.add(look.heard(change.sequence(), change.turn()));
            }
        });
        return looks.put(changed);
    }

    private static Map<String, Change> changes(List<Step<Watch>> steps) {
        Map<String, List<Step<Watch>>> bySubject = new LinkedHashMap<>();
        steps.forEach(step -> bySubject
                .computeIfAbsent(step.event().subject(), subject -> new ArrayList<>())
                .add(step));
        Map<String, Change> changes = new LinkedHashMap<>();
        bySubject.forEach((subject, all) -> changes.put(subject, change(all)));
        return changes;
    }

    private static Change change(List<Step<Watch>> steps) {
        Watch before = steps.getFirst().before();
        Set<Instant> turns = new HashSet<>(ClockRule.turns(steps.getLast().after()));
        turns.removeAll(before == null ? Set.of() : ClockRule.turns(before));
        return new Change(
                steps.getLast().event().sequence(),
                turns.stream().min(Instant::compareTo).orElse(null));
    }
}
