package org.waymark.progress.commitments.wire;

import org.waymark.progress.ServiceJson;

/** Both ways of the wire, without the service. */
public final class Wires {

    private Wires() {}

    public static PublicEvents out() {
        return new PublicEvents(ServiceJson.mapper());
    }

    public static EventReading in() {
        return new EventReading(ServiceJson.mapper());
    }
}
