package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.domain.UpdateRow;
import org.waymark.progress.dashboard.domain.UpdateRow.ReviewStep;

/** One row per progress update. */
@Repository
class MongoUpdates {

    private final MongoCollection<Document> updates;

    MongoUpdates(Platform platform) {
        this.updates = platform.guarded("dashboard_updates");
    }

    Map<String, UpdateRow> byId(Collection<String> ids) {
        Map<String, UpdateRow> rows = new HashMap<>();
        if (!ids.isEmpty()) {
            updates.find(new Document("_id", new Document("$in", List.copyOf(ids))))
                    .forEach(stored -> rows.put(stored.getString("_id"), row(stored)));
        }
        return rows;
    }

    private static UpdateRow row(Document stored) {
        return new UpdateRow(
                stored.getString("_id"),
                stored.getString("commitment"),
                stored.getString("organization"),
                stored.getLong("firstSequence"),
                stored.getLong("sequence"),
                stored.getInteger("revision"),
                stored.getString("status"),
                stored.getList("review", Document.class).stream()
                        .map(MongoUpdates::step)
                        .toList());
    }

    private static ReviewStep step(Document stored) {
        return new ReviewStep(
                stored.getLong("sequence"),
                stored.getString("kind"),
                stored.getString("organizationId"),
                stored.getDate("recorded").toInstant());
    }
}
