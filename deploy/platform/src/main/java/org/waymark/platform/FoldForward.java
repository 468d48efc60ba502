package org.waymark.platform;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.edge.Problem;
import org.waymark.platform.TopicReader.Ends;

/**
 * Compares the aggregates of one collection with their topic before commands are taken. A store that was restored is
 * older than the topic: an aggregate at 10, of which the topic holds 11, would take a command and publish another 11. So
 * what the topic holds beyond the store is folded into it first.
 *
 * <p>A mark beside the aggregates says how far the topic has been compared, and is moved on every minute. The ends of the
 * topic are read before the mark is written: what lies below was published from this store, and so stands in every later
 * copy of it.
 */
final class FoldForward implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FoldForward.class);
    private static final Duration MARK_EVERY = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    static final Problem FOLDING = Problem.unavailable(
            "being-folded-forward",
            "What happened after this store's backup is being read from the topic. Send it again later.",
            Duration.ofSeconds(5));

    private final TopicFold fold;
    private final boolean restored;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fold-forward").factory());
    private boolean compared;

    FoldForward(TopicFold fold, boolean restored) {
        this.fold = fold;
        this.restored = restored;
        timer.execute(this::run);
    }

    /** Whether commands are taken, or refused for good. */
    boolean isSettled() {
        return settled.getCount() == 0;
    }

    /** @throws Problem 503 where a command on this aggregate might publish a sequence that another event has */
    void require(String id) {
        try {
            if (!settled.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw FOLDING;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FOLDING;
        }
        if (refused.contains(id) || refused.contains(TopicFold.ALL)) {
            throw Problem.unavailable(
                    "forked",
                    "The store and the topic tell different histories. Until somebody has looked at it, nothing changes.",
                    Duration.ofMinutes(1));
        }
    }

    private void run() {
        Duration pause = RETRY;
        try {
            Ends ends = fold.topic().ends();
            if (!compared) {
                fold.compare(ends, restored, refused);
                compared = true;
                settled.countDown();
            }
            if (refused.isEmpty()) {
                fold.mark(ends);
            }
            pause = MARK_EVERY;
        } catch (KafkaException e) {
            away(e);
        } catch (RuntimeException e) {
            log.warn(
                    "{} is not compared with its aggregates now, it will be",
                    fold.topic().topic(),
                    e);
        }
        if (!timer.isShutdown()) {
            timer.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Kafka being away fails no command, unless it is known that the store is an old one. */
    private void away(KafkaException e) {
        if (!isSettled()) {
            log.warn(
                    "{} cannot be compared with its aggregates yet, {}: {}",
                    fold.topic().topic(),
                    restored ? "nothing is served until it is" : "commands are taken meanwhile",
                    e.toString());
        }
        if (!restored) {
            settled.countDown();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
