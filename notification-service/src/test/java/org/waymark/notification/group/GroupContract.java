package org.waymark.notification.group;

import org.waymark.platform.Event;

/** Opens the room to the test of contracts. */
public final class GroupContract {

    private GroupContract() {}

    public static void read(Event event) {
        GroupProjection projection = new GroupProjection();
        if (projection.ignores(event.type())) {
            return;
        }
        if (!projection.understands(event.type())) {
            throw new IllegalArgumentException("type " + event.type() + " is neither read nor ignored");
        }
        projection.apply(null, event);
    }
}
