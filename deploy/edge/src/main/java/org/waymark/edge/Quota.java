package org.waymark.edge;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of many may ask: a token bucket for everyone who did lately. */
final class Quota {

    /** What is left to one of them, and when it has all of it again. */
    record Left(boolean taken, long requests, Duration more, Duration all) {}

    private final String name;
    private final long most;
    private final Duration window;
    private final Map<String, Bucket> buckets;

    Quota(String name, long most, Duration window, int remembered) {
        this.name = name;
        this.most = most;
        this.window = window;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    String name() {
        return name;
    }

    Left take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** As the field {@code RateLimit-Policy} has it. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, most, window.toSeconds());
    }

    private Bucket bucket(String who) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    who,
                    another -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
                            .build());
        }
    }
}
