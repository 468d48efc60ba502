package org.waymark.progress.dashboard.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.store.Generation;
import org.waymark.progress.dashboard.store.Generation.Rebuild.Decision;
import org.waymark.progress.dashboard.store.Generation.State;
import org.waymark.progress.dashboard.store.Generations;
import org.waymark.progress.dashboard.store.ReadModels;

/**
 * Sees that a generation that is asked for is made, by one process at a time: another one goes on where the first died. What
 * an earlier version of the code made is made anew without being asked. What ceased to serve is kept for a while.
 */
@Component
class Rebuilds {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final String me = UUID.randomUUID().toString();
    private final Generations generations;
    private final ReadModels models;
    private final CommitmentsTopic topic;
    private final Clock clock;
    private final Duration keep;
    private final Set<Integer> running = ConcurrentHashMap.newKeySet();

    Rebuilds(
            Generations generations,
            ReadModels models,
            CommitmentsTopic topic,
            Clock clock,
            @Value("${waymark.dashboard.keep:1d}") Duration keep) {
        this.generations = generations;
        this.models = models;
        this.topic = topic;
        this.clock = clock;
        this.keep = keep;
    }

    /** The one that is being made already, where there is one. */
    Generation start() {
        Generation asked = generations.create();
        look();
        return asked;
    }

    /** Makes it serve, though it differs; or again, after another one did. */
    void switchTo(int number) {
        Generation one = found(number);
        if (one.state() == State.RETIRED) {
            generations.change(number, this::begunAgain);
        } else if (one.state() == State.BUILDING) {
            generations.change(
                    number, building -> building.with(progress(building).decided(Decision.SWITCH)));
        }
        look();
    }

    /** It is fed again from where it stood, and then takes the place of the one that serves. */
    private Generation begunAgain(Generation retired) {
        return retired.in(State.BUILDING)
                .with(Generation.Rebuild.begun(clock.instant()).decided(Decision.SWITCH));
    }

    /** Gives up one that does not serve. */
    void discard(int number) {
        Generation one = found(number);
        if (one.state() == State.SERVING) {
            throw Problem.conflict("serving", "This one serves. Rebuild, and switch to another one first.");
        }
        if (one.state() == State.BUILDING && !progress(one).isFree(clock.instant())) {
            generations.change(
                    number, building -> building.with(progress(building).decided(Decision.DISCARD)));
        } else {
            models.remove(number);
        }
    }

    private Generation found(int number) {
        return generations.find(number).orElseThrow(() -> Problem.notFound("generation"));
    }

    @Scheduled(fixedDelayString = "${waymark.dashboard.look-every:2s}")
    void look() {
        if (!models.serving().isOfThisShape()) {
            generations.create();
        }
        Instant now = clock.instant();
        for (Generation one : generations.all()) {
            Generation.Rebuild rebuild = one.rebuild();
            if (rebuild != null && one.state() == State.BUILDING && rebuild.isFree(now) && running.add(one.number())) {
                Thread.ofVirtual().name("rebuild-" + one.number()).start(() -> make(one.number()));
            } else if (one.state() == State.RETIRED && isOver(one, now)) {
                models.remove(one.number());
            }
        }
    }

    private boolean isOver(Generation retired, Instant now) {
        Generation.Rebuild rebuild = retired.rebuild();
        Instant ended = rebuild == null ? null : rebuild.endedAt();
        return ended != null && ended.plus(keep).isBefore(now);
    }

    private void make(int number) {
        try {
            Instant now = clock.instant();
            Generation claimed = generations.change(
                    number,
                    one -> progress(one).isFree(now)
                            ? one.with(progress(one).leased(me, now.plus(Rebuild.LEASE)))
                            : one);
            if (me.equals(progress(claimed).owner())) {
                try (Rebuild rebuild = new Rebuild(number, me, generations, models, topic, clock)) {
                    rebuild.run();
                }
                log.info("The dashboard is served from generation {} now", number);
            }
        } catch (Rebuild.Ended ended) {
            ended(number);
        } catch (RuntimeException e) {
            troubled(number, e);
        } finally {
            running.remove(number);
        }
    }

    private void ended(int number) {
        generations
                .find(number)
                .filter(one -> progress(one).decision() == Decision.DISCARD)
                .ifPresent(one -> models.remove(number));
    }

    /** It is tried again, from where it came to. */
    private void troubled(int number, RuntimeException e) {
        log.warn("generation {} of the dashboard cannot be made now: {}", number, e.toString());
        Instant again = clock.instant().plus(AGAIN);
        generations.change(number, one -> one.with(progress(one).troubled(String.valueOf(e.getMessage()), again)));
    }

    private static Generation.Rebuild progress(Generation one) {
        return Objects.requireNonNull(one.rebuild());
    }
}
