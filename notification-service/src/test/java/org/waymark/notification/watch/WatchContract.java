package org.waymark.notification.watch;

import java.util.List;
import org.waymark.platform.Event;

/** Opens the room to the test of contracts. */
public final class WatchContract {

    private WatchContract() {}

    /** Types that the watch has an answer to, each named once. */
    public static List<String> types() {
        return List.copyOf(CommitmentEvents.READ);
    }

    public static void read(Event event) {
        CommitmentEvents.heard(event);
    }
}
