package org.waymark.prove;

import java.util.List;

/**
 * A topic up to where it ended when it was read; of each commitment in the order of the topic.
 *
 * @param unreadable where records stand that are no events at all
 * @param merges as far as they are known on the topic of partners
 */
record Log(List<Announced> announced, List<String> unreadable, Merges merges) {

    Log {
        announced = List.copyOf(announced);
        unreadable = List.copyOf(unreadable);
    }

    int size() {
        return announced.size() + unreadable.size() + merges.size();
    }
}
