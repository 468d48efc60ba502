package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.domain.UpdateFold;
import org.waymark.progress.dashboard.domain.UpdateFold.Said;
import org.waymark.progress.dashboard.domain.UpdateRow;
import org.waymark.progress.dashboard.domain.UpdateRow.ReviewStep;

/**
 * One row per progress update, with the sequence of its commitment that it stands at. What is at or below that is in it
 * already, so a batch that comes again changes nothing. Each write is guarded by the version read; where another instance
 * was faster, it is read again.
 */
final class MongoUpdates {

    private static final int ATTEMPTS = 20;

    private final Platform platform;
    private final MongoCollection<Document> updates;

    MongoUpdates(Platform platform, String collection) {
        this.platform = platform;
        this.updates = platform.guarded(collection);
    }

    Map<String, UpdateRow> byId(Collection<String> ids) {
        Map<String, UpdateRow> rows = new HashMap<>();
        stored(ids).forEach((id, document) -> rows.put(id, row(document)));
        return rows;
    }

    /** @param said in the order of each commitment's sequence */
    void write(List<Said> said) {
        Map<String, List<Said>> open = new HashMap<>();
        said.forEach(one -> one.updates()
                .forEach(update ->
                        open.computeIfAbsent(update, id -> new ArrayList<>()).add(one)));
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("rows of updates keep changing under this batch");
            }
            open.keySet().retainAll(writeOnce(open));
        }
    }

    private Set<String> writeOnce(Map<String, List<Said>> open) {
        Map<String, Document> stored = stored(open.keySet());
        List<Document> writes = new ArrayList<>();
        open.forEach((id, said) -> {
            Document next = next(id, stored.get(id), said);
            if (next != null) {
                writes.add(next);
            }
        });
        return platform.replaceGuarded(updates, writes);
    }

    private static @Nullable Document next(String id, @Nullable Document stored, List<Said> said) {
        long standsAt = stored == null ? 0 : stored.getLong("lastSequence");
        UpdateRow row = stored == null ? null : row(stored);
        long last = standsAt;
        for (Said one : said) {
            if (one.sequence() > last) {
                row = UpdateFold.apply(id, row, one);
                last = row == null ? last : one.sequence();
            }
        }
        long version = stored == null ? 1 : stored.getLong("v") + 1;
        return row == null || last == standsAt ? null : document(row, version, last);
    }

    private Map<String, Document> stored(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        if (!ids.isEmpty()) {
            updates.find(new Document("_id", new Document("$in", List.copyOf(ids))))
                    .forEach(document -> found.put(document.getString("_id"), document));
        }
        return found;
    }

    private static Document document(UpdateRow row, long version, long lastSequence) {
        return new Document("_id", row.id())
                .append("v", version)
                .append("lastSequence", lastSequence)
                .append("commitment", row.commitment())
                .append("organization", row.organization())
                .append("firstSequence", row.firstSequence())
                .append("sequence", row.sequence())
                .append("revision", row.revision())
                .append("status", row.status())
                .append(
                        "review",
                        row.review().stream().map(MongoUpdates::document).toList());
    }

    private static Document document(ReviewStep step) {
        return new Document("sequence", step.sequence())
                .append("kind", step.kind())
                .append("organizationId", step.organizationId())
                .append("recorded", Date.from(step.recorded()));
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
