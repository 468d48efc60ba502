package org.waymark.faults;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What readers saw together: how often they read, and what was wrong with it. */
final class Noted {

    private static final int SHOWN = 5;

    private final LongAdder reads = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    void read() {
        reads.increment();
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
