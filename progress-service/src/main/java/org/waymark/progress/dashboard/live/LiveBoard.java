package org.waymark.progress.dashboard.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last changes, in one ring for all who listen: each reads on from its own place, on its own thread, so that a slow one
 * costs nobody anything. One that was cut off, here or at another instance, goes on from the position it names; one that
 * was away for longer than is remembered is told to read everything again.
 */
@Component
public class LiveBoard {

    static final int REMEMBERED = 20_000;

    /**
     * One event of one commitment, at its place in the topic.
     *
     * @param message as every listener is sent it
     */
    record Change(int partition, long offset, String id, long sequence, String message) {}

    /** @param isLost whether what came next is no longer remembered */
    record News(List<Change> changes, boolean isLost, long place, Positions position, boolean isClosed) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final @Nullable Change[] ring = new @Nullable Change[REMEMBERED];

    /** By commitment. */
    private final Map<String, Long> lastTold = new HashMap<>();

    /** From which offset on every change of a partition is remembered. */
    private final TreeMap<Integer, Long> remembered = new TreeMap<>();

    private Positions position = Positions.NOWHERE;
    private long head;
    private boolean isCaughtUp;
    private boolean isClosed;

    /** Everything of these partitions is published from these offsets on; of one that has begun, from where it stands. */
    void begin(Map<Integer, Long> offsets) {
        locked(() -> offsets.forEach((partition, offset) -> {
            if (remembered.putIfAbsent(partition, offset) == null) {
                position = position.and(Positions.of(partition, offset));
            }
        }));
    }

    /** What was published before is not again. */
    void publish(List<Change> changes) {
        locked(() -> changes.stream()
                .filter(change -> change.offset() >= position.at(change.partition()))
                .forEach(this::append));
    }

    /** What the topic repeats is no news; a commitment's last sequence is known while the ring holds one of it. */
    private void append(Change change) {
        if (change.sequence() <= lastTold.getOrDefault(change.id(), 0L)) {
            position = position.and(Positions.of(change.partition(), change.offset() + 1));
            return;
        }
        int slot = (int) (head % REMEMBERED);
        Change dropped = ring[slot];
        if (dropped != null) {
            remembered.put(dropped.partition(), dropped.offset() + 1);
            lastTold.remove(dropped.id(), dropped.sequence());
        }
        lastTold.put(change.id(), change.sequence());
        ring[slot] = change;
        head++;
        remembered.putIfAbsent(change.partition(), change.offset());
        position = position.and(Positions.of(change.partition(), change.offset() + 1));
    }

    /** All there was at the start has been published. */
    void caughtUp() {
        locked(() -> isCaughtUp = true);
    }

    /** Waits for that, at most so long; the broker may be away. */
    void awaitCaughtUp(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!isCaughtUp && !isClosed && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A new reader; {@code last} is the position it has read up to, null if it has just read the board itself. */
    Reader join(@Nullable Positions last) {
        lock.lock();
        try {
            if (last == null) {
                return new Reader(this, head, position, false);
            }
            return reachesBack(last) ? new Reader(this, tail(), last, false) : new Reader(this, head, position, true);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what comes at that place and behind it, at most {@code patience}; nothing when there is none by then. */
    News since(long place, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (head == place && !isClosed && left > 0) {
                left = news.awaitNanos(left);
            }
            boolean isLost = place < tail();
            return new News(isLost ? List.of() : from(place), isLost, head, position, isClosed);
        } finally {
            lock.unlock();
        }
    }

    private List<Change> from(long place) {
        List<Change> changes = new ArrayList<>((int) (head - place));
        for (long at = place; at < head; at++) {
            Change change = ring[(int) (at % REMEMBERED)];
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private long tail() {
        return Math.max(0, head - REMEMBERED);
    }

    void open() {
        locked(() -> isClosed = false);
    }

    void closeAll() {
        locked(() -> isClosed = true);
    }

    Positions position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether every change since is still remembered. */
    private boolean reachesBack(Positions last) {
        return !last.equals(Positions.NOWHERE)
                && remembered.keySet().containsAll(last.byPartition().keySet())
                && remembered.entrySet().stream().allMatch(one -> last.at(one.getKey()) >= one.getValue());
    }
}
