package org.waymark.faults;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** What readers saw together: how often they read, and what was wrong with it. */
final class Noted {

    private static final int SHOWN = 5;

    /** Between two reads of one reader, as of somebody who looks at what was answered. */
    private static final long PAUSE = Duration.ofMillis(25).toNanos();

    private final LongAdder reads = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    void read() {
        reads.increment();
    }

    /** Reads that were counted elsewhere. */
    void readBesides(int many) {
        reads.add(many);
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE);
    }

    void wrong(String what) {
        wrong.add(what);
    }

    long reads() {
        return reads.sum();
    }

    int wrongs() {
        return wrong.size();
    }

    List<String> some() {
        return wrong.stream().limit(SHOWN).toList();
    }
}
