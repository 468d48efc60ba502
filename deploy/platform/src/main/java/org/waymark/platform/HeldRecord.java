package org.waymark.platform;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;

/** A record that could not be applied yet, with the reason, as it is stored and listed. */
record HeldRecord(Event event, int partition, long offset, Instant since, String reason) {

    String id() {
        return event.subject() + ":" + event.sequence() + ":" + event.id();
    }

    /** On the feed's topic. */
    Place place(String topic) {
        return new Place(topic, partition, offset);
    }

    Document write() {
        return new Document("_id", id())
                .append("subject", event.subject())
                .append("sequence", event.sequence())
                .append("id", event.id())
                .append("source", event.source())
                .append("type", event.type())
                .append("time", Date.from(event.time()))
                .append("traceparent", event.traceparent())
                .append("data", new Binary(event.data()))
                .append("partition", partition)
                .append("offset", offset)
                .append("since", Date.from(since))
                .append("reason", reason);
    }

    static HeldRecord read(Document stored) {
        Event event = new Event(
                stored.getString("id"),
                stored.getString("source"),
                stored.getString("type"),
                stored.getString("subject"),
                stored.getLong("sequence"),
                stored.getDate("time").toInstant(),
                stored.getString("traceparent"),
                stored.get("data", Binary.class).getData());
        return new HeldRecord(
                event,
                stored.getInteger("partition"),
                stored.getLong("offset"),
                stored.getDate("since").toInstant(),
                stored.getString("reason"));
    }
}
