package org.waymark.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Answers a write only after a commit that began when the write was complete, and lets all writes that were waiting
 * share that commit. No write runs during a commit, because a commit halfway through a command would keep, after a
 * kill, a document without its index entry.
 *
 * <p>A read waits as well, when it may have seen a write that is not committed yet: otherwise something could be
 * published that a kill then takes back. This is what "majority" means for a store of one process.
 */
final class GroupCommit {

    private final Runnable commit;

    /** Fair, so that the writes queued behind a commit all run before the next one; else each would get its own. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

    private final AtomicLong begun = new AtomicLong();
    private volatile long durable;

    GroupCommit(Runnable commit) {
        this.commit = commit;
    }

    /** A command that failed is committed too: a bulk of which one part was refused has still written the others. */
    <T> T write(Supplier<T> command) {
        long ticket = Long.MAX_VALUE;
        gate.readLock().lock();
        try {
            ticket = begun.incrementAndGet();
            return command.get();
        } finally {
            gate.readLock().unlock();
            settle(ticket);
        }
    }

    <T> T read(Supplier<T> command) {
        try {
            return command.get();
        } finally {
            settle(begun.get());
        }
    }

    /** Runs while nothing is written and nothing committed: what waits meanwhile has not been answered. */
    void still(Runnable task) {
        gate.writeLock().lock();
        try {
            task.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void settle(long ticket) {
        if (durable >= ticket) {
            return;
        }
        gate.writeLock().lock();
        try {
            if (durable < ticket) {
                long covered = begun.get();
                commit.run();
                durable = covered;
            }
        } finally {
            gate.writeLock().unlock();
        }
    }
}
