package org.waymark.partner.access;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.AccessRevoked;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.wire.EventReading;
import org.waymark.platform.Event;

/** What was taken back, as the store has it. */
final class AccessFormat implements Aggregates.Format<AccessRevoked> {

    @Override
    public AccessRevoked read(Document state) {
        return new AccessRevoked(state.getDate("issuedUntil").toInstant());
    }

    @Override
    public Document write(AccessRevoked revoked) {
        return new Document("issuedUntil", Date.from(revoked.issuedUntil()));
    }

    @Override
    public boolean concerns(String type) {
        return EventReading.isOfAccess(type);
    }

    @Override
    public AccessRevoked after(Event event) {
        return EventReading.access(event);
    }

    @Override
    public byte @Nullable [] body(Event event) {
        return null;
    }
}
