package org.waymark.progress.dashboard.store;

import java.time.Instant;
import org.waymark.progress.dashboard.domain.Happened;

/** Where a row of the journal stands among the others by time; what comes or goes elsewhere moves it nowhere. */
public record Place(Instant time, String id) {

    public static Place of(Happened event) {
        return new Place(event.time(), MongoActivity.id(event.commitment(), event.sequence()));
    }
}
