package org.waymark.notification.watch;

import org.waymark.platform.Event;

/** Opens the room to the test of contracts. */
public final class WatchContract {

    private WatchContract() {}

    public static void read(Event event) {
        if (!CommitmentEvents.IGNORED.contains(event.type())) {
            CommitmentEvents.read(event);
        }
    }
}
