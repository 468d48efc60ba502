package org.waymark.platform;

import java.util.Date;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;

/**
 * One event not yet known to be in Kafka, with the memo that only the own service may read.
 *
 * @param bytes what it takes in the document, counted once
 */
record OutboxEntry(Event event, Document memo, int bytes) {

    private static final int ENVELOPE = 512;

    static OutboxEntry of(Event event, Document memo) {
        return new OutboxEntry(event, memo, event.data().length + size(memo) + ENVELOPE);
    }

    /** As BSON. */
    static int size(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    long sequence() {
        return event.sequence();
    }

    Document write() {
        return new Document("sequence", event.sequence())
                .append("id", event.id())
                .append("type", event.type())
                .append("time", Date.from(event.time()))
                .append("traceparent", event.traceparent())
                .append("data", new Binary(event.data()))
                .append("memo", memo)
                .append("bytes", bytes);
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
        return new OutboxEntry(event, stored.get("memo", new Document()), stored.getInteger("bytes"));
    }
}
