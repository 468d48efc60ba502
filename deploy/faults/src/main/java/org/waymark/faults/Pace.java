package org.waymark.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.waymark.faults.History.Acknowledged;
import org.waymark.faults.History.Refused;
import org.waymark.faults.History.Unknown;

/** Posts at a fixed rate, open loop: a slow answer delays no other post, and counts from when its post was due. */
final class Pace {

    private final Officers officers;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> not2xx = new ConcurrentHashMap<>();

    Pace(Officers officers) {
        this.officers = officers;
    }

    Pace post(Duration time, int perSecond, Random seed) {
        long began = System.nanoTime();
        long pace = Duration.ofSeconds(1).toNanos() / perSecond;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long due = began; due < began + time.toNanos(); due += pace) {
                long then = due;
                LockSupport.parkNanos(then - System.nanoTime());
                Random random = new Random(seed.nextLong());
                threads.execute(() -> post(then, random));
            }
        }
        return this;
    }

    private void post(long due, Random random) {
        switch (officers.postOnce(random)) {
            case Acknowledged acknowledged -> {}
            case Refused refused -> not2xx.merge("answer " + refused.status(), 1, Integer::sum);
            case Unknown unknown -> not2xx.merge("503 or no answer within 20 s", 1, Integer::sum);
        }
        nanos.add(System.nanoTime() - due);
    }

    int posts() {
        return nanos.size();
    }

    Map<String, Integer> not2xx() {
        return not2xx;
    }

    private Duration at(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))]);
    }

    @Override
    public String toString() {
        return "%d posts, not 2xx: %s, p50 %d ms, p99 %d ms"
                .formatted(nanos.size(), not2xx, at(0.5).toMillis(), at(0.99).toMillis());
    }
}
