package org.waymark.platform;

import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;

/** One event not yet known to be in Kafka, with the memo that only the own service may read. */
record OutboxEntry(Event event, Document memo) {

    long sequence() {
        return event.sequence();
    }

    int bytes() {
        return event.data().length + 512;
    }

    Document write() {
        return new Document("sequence", event.sequence())
                .append("id", event.id())
                .append("type", event.type())
                .append("time", Date.from(event.time()))
                .append("traceparent", event.traceparent())
                .append("data", new Binary(event.data()))
                .append("memo", memo);
    }

    static OutboxEntry read(Document stored, String subject, String source) {
        Event event = new Event(
                stored.getString("id"),
                source,
                stored.getString("type"),
                subject,
                stored.getLong("sequence"),
                stored.getDate("time").toInstant(),
                stored.getString("traceparent"),
                stored.get("data", Binary.class).getData());
        return new OutboxEntry(event, stored.get("memo", new Document()));
    }
}
