package org.waymark.partner.store;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.waymark.edge.Problem;

/**
 * Documents of which no other service need know: read whole, decided on, and replaced only where nobody was faster, so
 * that any number of instances may work on them.
 */
public final class GuardedRows {

    public static final String VERSION = "v";
    private static final int DUPLICATE_KEY = 11000;
    private static final int MOST_TRIES = 50;

    private final String what;
    private final MongoCollection<Document> collection;

    /** @param what as it is called where it is not found */
    public GuardedRows(String what, String collection, MongoDatabase database) {
        this.what = what;
        this.collection = database.getCollection(collection);
    }

    public GuardedRows indexed(String... fields) {
        for (String field : fields) {
            collection.createIndex(new Document(field, 1));
        }
        return this;
    }

    /** Returns false where its id is taken. */
    public boolean insert(Document row) {
        try {
            collection.insertOne(new Document(row).append(VERSION, 1L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() != DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first());
    }

    public List<Document> where(String field, Object value) {
        return collection
                .find(new Document(field, value))
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    public List<Document> all() {
        return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    /**
     * Replaces it by what is decided on what stands; one that changes nothing is not written.
     *
     * @param decide may be asked again; given a copy it may change; what it throws ends the change
     * @throws Problem 404 where there is none
     */
    public Document change(String id, UnaryOperator<Document> decide) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Document before = find(id).orElseThrow(() -> Problem.notFound(what));
            Document after = decide.apply(new Document(before));
            if (after.equals(before)) {
                return after;
            }
            Object version = before.get(VERSION);
            after.put(VERSION, version == null ? 1L : ((Number) version).longValue() + 1);
            if (collection
                            .replaceOne(new Document("_id", id).append(VERSION, version), after)
                            .getMatchedCount()
                    > 0) {
                return after;
            }
        }
        throw Problem.conflict("busy", "Others change this " + what + " at the same time. Try again.");
    }

    /** Takes it away for good; of several who try, one is told true. */
    public boolean delete(String id) {
        return collection.deleteOne(new Document("_id", id)).getDeletedCount() > 0;
    }

    public long deleteWhere(Document filter) {
        return collection.deleteMany(filter).getDeletedCount();
    }
}
