package org.waymark.partner.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Caller;
import org.waymark.partner.store.Page;

/** The collection {@code audit}: a row before each change, which is given the answer after it. */
final class AuditTrail {

    private final MongoCollection<Document> rows;
    private final Clock clock;

    AuditTrail(MongoDatabase database, Clock clock) {
        this.rows = database.getCollection("audit");
        this.clock = clock;
        rows.createIndex(Indexes.descending("about", "_id"));
        rows.createIndex(Indexes.descending("by", "_id"));
    }

    /** Returns the id of the row; where it cannot be written, nothing is to be changed. */
    String begin(Caller caller, String method, String path, List<String> about) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = "%013d-%s".formatted(now.toEpochMilli(), UUID.randomUUID());
        rows.insertOne(new Document("_id", id)
                .append("at", Date.from(now))
                .append("by", caller.client())
                .append("organization", caller.organization())
                .append("method", method)
                .append("path", path)
                .append("about", about));
        return id;
    }

    void end(String id, int status, @Nullable String made, @Nullable String etag) {
        Document set = new Document("status", status).append("etag", etag);
        Document update = new Document("$set", set);
        if (made != null) {
            update.append("$addToSet", new Document("about", made));
        }
        rows.updateOne(new Document("_id", id), update);
    }

    /** The latest first. */
    Page<Audited> page(@Nullable String about, @Nullable String by, @Nullable String cursor, int limit) {
        Document asked = new Document();
        if (about != null) {
            asked.append("about", about);
        }
        if (by != null) {
            asked.append("by", by);
        }
        if (cursor != null) {
            asked.append("_id", new Document("$lt", cursor));
        }
        List<Audited> found = new ArrayList<>();
        rows.find(asked)
                .sort(new Document("_id", -1))
                .limit(Page.checked(limit) + 1)
                .forEach(row -> found.add(read(row)));
        return Page.of(found, limit, Audited::id);
    }

    private static Audited read(Document row) {
        return new Audited(
                row.getString("_id"),
                row.getDate("at").toInstant(),
                row.getString("by"),
                row.getString("organization"),
                row.getString("method"),
                row.getString("path"),
                row.getList("about", String.class),
                row.getInteger("status"),
                row.getString("etag"));
    }
}
