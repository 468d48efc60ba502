package org.waymark.platform;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What deciding a command came to: the aggregate's new state and the public events that say so. No events means nothing
 * changes but, if it is another one, {@code nextDue}.
 *
 * @param state the whole state after the events, as it is stored
 * @param nextDue the next instant at which time alone changes something; null for never
 */
public record Decision(Document state, @Nullable Instant nextDue, List<NewEvent> events) {

    /**
     * An event that has no number yet.
     *
     * @param type its stable name on the wire
     * @param time when it is recorded
     * @param data JSON in UTF-8, at most 256 KB
     * @param memo what only the own service may know of it (texts, who did it); kept with it in the history
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record NewEvent(String type, Instant time, byte[] data, Document memo) {}

    public static Decision unchanged(Document state, @Nullable Instant nextDue) {
        return new Decision(state, nextDue, List.of());
    }
}
