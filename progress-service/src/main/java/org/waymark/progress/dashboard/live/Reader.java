package org.waymark.progress.dashboard.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one listener has not been told yet, one entry per commitment however often it changed: a slow reader gets fewer
 * messages, never more memory. Past the bound it is told to read everything again.
 */
final class Reader {

    private static final int BOUND = 1_000;

    /** What is to be told now. {@code resync} means: read everything again. */
    record Batch(List<LiveBoard.Change> changes, boolean resync, Positions position, boolean closed) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, LiveBoard.Change> pending = new LinkedHashMap<>();
    private final Positions start;
    private Positions position;
    private boolean resync;
    private boolean closed;

    Reader(Positions start) {
        this.start = start;
        this.position = start;
    }

    /** Where the topic stood when it began to listen. */
    Positions start() {
        return start;
    }

    void offer(LiveBoard.Change change, Positions now) {
        locked(() -> {
            position = now;
            if (!resync) {
                pending.merge(change.id(), change, (old, newer) -> newer.sequence() > old.sequence() ? newer : old);
                if (pending.size() > BOUND) {
                    pending.clear();
                    resync = true;
                }
            }
        });
    }

    void resync(Positions now) {
        locked(() -> {
            position = now;
            resync = true;
        });
    }

    void close() {
        locked(() -> closed = true);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for news, at most {@code patience}; an empty batch is time for a heartbeat. */
    Batch take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (pending.isEmpty() && !resync && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            Batch batch = new Batch(new ArrayList<>(pending.values()), resync, position, closed);
            pending.clear();
            resync = false;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    static Duration heartbeat() {
        return Duration.ofSeconds(15);
    }
}
