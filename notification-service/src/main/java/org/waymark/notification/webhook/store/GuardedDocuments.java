package org.waymark.notification.webhook.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.waymark.edge.Problem;
import org.waymark.platform.Platform;

/** Documents that several instances change: each change is guarded by the version that was read. */
final class GuardedDocuments {

    private static final String VERSION = "v";
    private static final int MOST_TRIES = 50;

    private final String what;
    private final Platform platform;
    private final MongoCollection<Document> collection;

    /** @param what as it is called where it is not found */
    GuardedDocuments(String what, String name, Platform platform) {
        this.what = what;
        this.platform = platform;
        this.collection = platform.guarded(name);
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    Optional<Document> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first());
    }

    /** Leaves those alone that stand already. */
    void insertMissing(List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(
                    documents.stream()
                            .map(one -> new Document(one).append(VERSION, 1L))
                            .toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /**
     * @param decide may be asked again; what it throws ends the change
     * @throws Problem 404 where there is none
     */
    Document change(String id, UnaryOperator<Document> decide) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Document before = find(id).orElseThrow(() -> Problem.notFound(what));
            Document after = decide.apply(before);
            if (replace(before, after)) {
                return after;
            }
        }
        throw Problem.conflict("busy", "Others change this " + what + " at the same time. Try again.");
    }

    /** Returns false where it is no longer as it was read. */
    boolean replace(Document before, Document after) {
        return platform.replaceGuarded(collection, List.of(after.append(VERSION, before.getLong(VERSION) + 1)))
                .isEmpty();
    }
}
