package org.waymark.platform;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Whole-document replacements guarded by the version that was read, many at once. The guard is an upsert by
 * {@code (_id, v)}: where another version stands, inserting the same {@code _id} fails with error 11000 for that one
 * operation, and the others are applied.
 */
final class GuardedBulk {

    private static final int DUPLICATE_KEY = 11000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private GuardedBulk() {}

    /**
     * Each document carries its new version in {@code v}, one above the one it replaces; 1 creates it.
     *
     * @return the ids that lost the guard
     * @throws IllegalArgumentException for an id that would be another one in the store, and so never be found again
     * @throws com.mongodb.MongoException when the outcome is unknown
     */
    static Set<String> replace(MongoCollection<Document> collection, List<Document> documents) {
        List<WriteModel<Document>> writes = new ArrayList<>(documents.size());
        for (Document document : documents) {
            Document guard = new Document("_id", document.get("_id")).append("v", document.getLong("v") - 1);
            writes.add(new ReplaceOneModel<>(guard, document, UPSERT));
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(document.getString("_id"))) {
                throw new IllegalArgumentException("an id with half a character in it cannot be kept");
            }
        }
        Set<String> lost = new HashSet<>();
        if (writes.isEmpty()) {
            return lost;
        }
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY) {
                    throw e;
                }
                lost.add(documents.get(error.getIndex()).getString("_id"));
            }
        }
        return lost;
    }

    /** Writes rows that are the same whoever writes them. */
    static void put(MongoCollection<Document> collection, List<Document> rows) {
        if (!rows.isEmpty()) {
            collection.bulkWrite(
                    rows.stream()
                            .map(row -> new ReplaceOneModel<>(new Document("_id", row.get("_id")), row, UPSERT))
                            .toList(),
                    UNORDERED);
        }
    }
}
