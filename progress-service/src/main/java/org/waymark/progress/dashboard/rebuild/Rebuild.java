package org.waymark.progress.dashboard.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.store.Generation;
import org.waymark.progress.dashboard.store.Generation.Compared;
import org.waymark.progress.dashboard.store.Generation.Rebuild.Decision;
import org.waymark.progress.dashboard.store.Generation.Rebuild.Phase;
import org.waymark.progress.dashboard.store.Generation.State;
import org.waymark.progress.dashboard.store.Generation.Topic;
import org.waymark.progress.dashboard.store.Generations;
import org.waymark.progress.dashboard.store.Generations.Barrier;
import org.waymark.progress.dashboard.store.Places;
import org.waymark.progress.dashboard.store.ReadModel;
import org.waymark.progress.dashboard.store.ReadModels;

/**
 * Makes one generation: reads the topic from the start (or from where another process came to), follows it, compares, and
 * switches. The one that serves goes on serving and being fed; it is held at one offset of one partition at a time, while
 * that is compared. Where nothing differs, or an administrator says so, one write makes the new one the one that serves.
 */
final class Rebuild implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final Duration BARRED = Duration.ofSeconds(20);

    /** How far behind the end it may be when it is held against the one that serves. */
    private static final long CLOSE = 1_000;

    private final int number;
    private final String owner;
    private final Generations generations;
    private final ReadModels models;
    private final Clock clock;
    private final ReadModel made;
    private final Topic topic;
    private final Following following;
    private final Map<Integer, Long> settled = new HashMap<>();
    private Map<Integer, Long> held = Map.of();
    private Instant renewAt = Instant.EPOCH;

    Rebuild(
            int number,
            String owner,
            Generations generations,
            ReadModels models,
            CommitmentsTopic commitments,
            Clock clock) {
        this.number = number;
        this.owner = owner;
        this.generations = generations;
        this.models = models;
        this.clock = clock;
        this.made = models.of(number);
        this.topic = commitments.describe();
        this.following = new Following(commitments, topic, made);
    }

    /** Thrown where it is no longer this process's to go on, or an administrator gave it up. */
    static final class Ended extends RuntimeException {
        Ended(String why) {
            super(why);
        }
    }

    void run() {
        generations.change(number, one -> one.of(topic));
        if (generations.serving().generation() != number) {
            follow(() -> following.behind() > CLOSE);
            ReadModel serving = models.serving();
            boolean isOfThisTopic =
                    topic.equals(generations.get(serving.number()).topic());
            boolean isAlike = serving.isOfThisShape() && isOfThisTopic;
            if (isAlike) {
                compareWith(serving);
            } else if (isOfThisTopic) {
                settle(serving, serving.feed().positions());
            }
            phase(Phase.SWITCHING);
            switchFrom(isAlike ? serving : null);
        }
        List<ReadModel> before = retireOthers();
        follow(() -> before.stream().anyMatch(this::isAhead));
        generations.change(
                number, one -> one.in(State.SERVING).with(progress(one).ended(clock.instant())));
    }

    private void compareWith(ReadModel serving) {
        phase(Phase.COMPARING);
        Compared compared = compare(serving);
        generations.change(number, one -> one.with(progress(one).compared(compared)));
        if (!compared.isEqual()) {
            phase(Phase.DIFFERS);
            follow(() -> progress().decision() != Decision.SWITCH);
        }
    }

    /** While both stand at one offset, so that nobody sees a total go back. */
    private void switchFrom(@Nullable ReadModel serving) {
        try {
            if (serving != null) {
                settle(serving, standStill(serving, following.partitions()));
            }
            generations.serve(number);
        } finally {
            lift();
        }
    }

    private List<ReadModel> retireOthers() {
        return generations.all().stream()
                .filter(one -> one.state() == State.SERVING && one.number() != number)
                .map(one -> generations.change(one.number(), this::retired))
                .map(one -> models.of(one.number()))
                .toList();
    }

    private Generation retired(Generation old) {
        Instant now = clock.instant();
        Generation.Rebuild was = old.rebuild();
        return old.in(State.RETIRED).with((was == null ? Generation.Rebuild.begun(now) : was).ended(now));
    }

    private Compared compare(ReadModel serving) {
        Comparison comparison = new Comparison(serving, made, this::renew);
        for (int partition : following.partitions()) {
            try {
                Map<Integer, Long> at = standStill(serving, List.of(partition));
                comparison.partition(partition, at.getOrDefault(partition, 0L));
                settle(serving, at);
            } finally {
                lift();
            }
        }
        return comparison.result();
    }

    /** What was settled before and is not touched any more is left out. */
    private void settle(ReadModel serving, Map<Integer, Long> at) {
        Places places = new Places(serving, made);
        at.forEach((partition, end) -> {
            places.settle(partition, settled.getOrDefault(partition, 0L), end);
            settled.put(partition, end);
        });
    }

    /**
     * Brings both to one offset of each partition. First nothing at all is let through, so that every batch under way was
     * fetched before the end is asked for; then everything up to that end, and nothing behind it.
     *
     * @throws IllegalStateException where the one that serves does not come there
     */
    private Map<Integer, Long> standStill(ReadModel serving, List<Integer> which) {
        Instant until = clock.instant().plus(BARRED);
        Map<Integer, Long> nothing = new HashMap<>();
        which.forEach(one -> nothing.put(one, 0L));
        hold(nothing);
        hold(following.ends(which));
        while (isBefore(made, held) || isBefore(serving, held)) {
            if (clock.instant().isAfter(until)) {
                throw new IllegalStateException(
                        "the one that serves did not come to the end of the topic: is it being fed?");
            }
            step();
        }
        return held;
    }

    private void hold(Map<Integer, Long> at) {
        held = Map.copyOf(at);
        generations.raise(new Barrier(held, clock.instant().plus(BARRED)));
    }

    private void lift() {
        held = Map.of();
        generations.lift();
    }

    private static boolean isBefore(ReadModel model, Map<Integer, Long> ends) {
        Map<Integer, Long> positions = model.feed().positions();
        return ends.entrySet().stream().anyMatch(end -> positions.getOrDefault(end.getKey(), 0L) < end.getValue());
    }

    /** Whoever fed the old one last saw it serve: by now, all it got stands in its positions. */
    private boolean isAhead(ReadModel old) {
        return topic.equals(generations.get(old.number()).topic())
                && isBefore(made, old.feed().positions());
    }

    private void follow(BooleanSupplier asLongAs) {
        do {
            step();
        } while (asLongAs.getAsBoolean());
    }

    private void step() {
        following.take(held);
        renew();
    }

    /** The lease, and the barrier while there is one; says how far it is. Called often, it does so once a second. */
    private void renew() {
        Instant now = clock.instant();
        if (now.isBefore(renewAt)) {
            return;
        }
        renewAt = now.plus(RENEWAL);
        if (!held.isEmpty()) {
            hold(held);
        }
        long end = following.end();
        long read = end - following.behind();
        generations.change(number, one -> {
            Generation.Rebuild progress = progress(one);
            if (!owner.equals(progress.owner())) {
                throw new Ended("another process is at it");
            }
            if (progress.decision() == Decision.DISCARD) {
                throw new Ended("discarded");
            }
            return one.with(progress.at(read, end).leased(owner, now.plus(LEASE)));
        });
    }

    private void phase(Phase phase) {
        generations.change(number, one -> one.with(progress(one).in(phase)));
    }

    private Generation.Rebuild progress() {
        return progress(generations.get(number));
    }

    private static Generation.Rebuild progress(Generation one) {
        return Objects.requireNonNull(one.rebuild());
    }

    @Override
    public void close() {
        following.close();
    }
}
