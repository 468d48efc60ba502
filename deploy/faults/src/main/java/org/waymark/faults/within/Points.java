package org.waymark.faults.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where the process stands on the walk of an update; at the armed passage of one point it dies, as by kill -9. */
public final class Points {

    private static final int KILLED = 137;

    private record Armed(String point, AtomicInteger left) {}

    private static volatile @Nullable Armed armed;
    private static volatile int refused;
    private static final AtomicInteger sent = new AtomicInteger();

    private Points() {}

    static void arm(String point, int passage) {
        armed = new Armed(point, new AtomicInteger(passage));
    }

    /** Every so many-th send is refused by the client library; 0 for none. */
    static void refuseEvery(int sends) {
        refused = sends;
    }

    public static void reached(String point) {
        Armed now = armed;
        if (now != null && now.point().equals(point) && now.left().decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    static boolean refuses() {
        int every = refused;
        return every > 0 && sent.incrementAndGet() % every == 0;
    }
}
