package org.waymark.notification.watch.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.watch.domain.Rule.Findings;

/**
 * Tells what time alone brings about: from when to when each cause stands, as long as nothing else happens. A pure
 * function of the watch; a tick compares it with the alerts that are open. So a tick that comes twice, or late, or on a
 * watch that has moved on, comes to the same.
 */
public sealed interface ClockRule permits DueSoonRule, ReviewWaitingRule, ReturnedUnansweredRule, SilentRule {

    /** @param until when it stands no more, since a later step takes its place; null for never */
    record Timed(Cause cause, Instant from, @Nullable Instant until) {

        boolean standsAt(Instant now) {
            return !now.isBefore(from) && (until == null || now.isBefore(until));
        }
    }

    static List<ClockRule> all() {
        return List.of(new DueSoonRule(), new ReviewWaitingRule(), new ReturnedUnansweredRule(), new SilentRule());
    }

    AlertRule rule();

    /** What time brings about on the commitment as it is, in the past and to come. */
    List<Timed> timed(Watch watch);

    /** For people, why an alert of this rule stands no more. */
    String over(CauseKey key, Watch now);

    /** What an event has put an end to. Where no alert stands there is nothing to resolve. */
    static List<Ending> ended(@Nullable Watch before, CommitmentEvent event, Watch after, Tick tick) {
        return before == null
                ? List.of()
                : all().stream()
                        .flatMap(rule -> rule.endedBy(before, event, after, tick))
                        .toList();
    }

    private Stream<Ending> endedBy(Watch before, CommitmentEvent event, Watch after, Tick tick) {
        List<Timed> was = timed(before);
        if (was.isEmpty()) {
            return Stream.empty();
        }
        Set<CauseKey> is = keys(timed(after).stream());
        return was.stream()
                .filter(one -> one.from().isBefore(tick.now().plus(Tick.CLOCKS_APART)))
                .map(one -> one.cause().key())
                .filter(key -> !is.contains(key))
                .map(key -> new Ending(key, over(key, after), event.sequence()));
    }

    /** @param open the alerts of these rules that are neither resolved nor unheard of */
    static Findings examine(Watch watch, Tick tick, Collection<CauseKey> open) {
        List<Cause> standing = all().stream()
                .flatMap(rule -> rule.timed(watch).stream())
                .filter(one -> one.standsAt(tick.now()))
                .map(Timed::cause)
                .toList();
        Set<CauseKey> keys = standing.stream().map(Cause::key).collect(Collectors.toSet());
        return new Findings(
                standing.stream().filter(cause -> !open.contains(cause.key())).toList(),
                open.stream()
                        .filter(key -> !keys.contains(key))
                        .map(key -> new Ending(key, of(key.rule()).over(key, watch), key.sequence()))
                        .toList());
    }

    private static ClockRule of(AlertRule rule) {
        return all().stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    private static Set<CauseKey> keys(Stream<Timed> timed) {
        return timed.map(one -> one.cause().key()).collect(Collectors.toSet());
    }

    /** All instants at which time alone changes something for one of the rules, as long as nothing else happens. */
    static Set<Instant> turns(Watch watch) {
        return all().stream()
                .flatMap(rule -> rule.timed(watch).stream())
                .flatMap(one -> one.until() == null ? Stream.of(one.from()) : Stream.of(one.from(), one.until()))
                .collect(Collectors.toSet());
    }

    /** The next instant at which time alone changes something; null for never. */
    static @Nullable Instant nextLook(Watch watch, Instant now) {
        return turns(watch).stream()
                .filter(turn -> turn.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
