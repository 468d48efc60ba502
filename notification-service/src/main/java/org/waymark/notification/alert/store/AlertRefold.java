package org.waymark.notification.alert.store;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.wire.EventReading;
import org.waymark.platform.AggregateStore.Refold;
import org.waymark.platform.AggregateStore.Refolded;
import org.waymark.platform.Event;

/** How an alert that the topic knows and a restored store does not comes back. */
final class AlertRefold implements Refold {

    @Override
    public boolean concerns(String type) {
        return EventReading.concerns(type);
    }

    @Override
    public Refolded apply(@Nullable Document state, Event event) {
        Alert before = state == null ? null : AlertDocuments.read(state);
        Alert after = EventReading.after(before, event);
        Binary created = new Binary(MongoAlerts.body(event.subject()));
        return new Refolded(AlertDocuments.write(after), null, new Document(), created);
    }
}
