package org.waymark.notification.watch;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.platform.Event;

/** Opens the room to the test of contracts. */
public final class WatchContract {

    private WatchContract() {}

    /** Types that the watch has an answer to, each named once. */
    public static List<String> types() {
        return Stream.concat(CommitmentEvents.READ.stream(), CommitmentEvents.IGNORED.stream())
                .toList();
    }

    public static void read(Event event) {
        if (!CommitmentEvents.IGNORED.contains(event.type())) {
            CommitmentEvents.read(event);
        }
    }
}
