package org.waymark.faults.within;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** The writes of a service, told apart by their collection. */
public final class StoreSteps {

    private static final ThreadLocal<Boolean> takingOut = ThreadLocal.withInitial(() -> false);

    private StoreSteps() {}

    /** Before guarded replacements; true where a planted bug has made them already. */
    public static boolean replacing(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return false;
        }
        if (takingOut.get()) {
            Points.reached("take-out.before");
        }
        Points.reached(step(collection, documents) + ".before");
        if (Bug.TALLIES_UNGUARDED.isOn() && name(collection).endsWith("_tallies")) {
            documents.forEach(document -> document.put("offset", -1L));
        }
        if (Bug.GUARD_OFF.isOn()) {
            documents.forEach(document -> collection.bulkWrite(List.of(unguarded(document))));
            return true;
        }
        return false;
    }

    /** After them; returns who lost. */
    public static Set<String> replaced(
            MongoCollection<Document> collection, List<Document> documents, Set<String> lost, boolean done) {
        if (documents.isEmpty()) {
            return lost;
        }
        Points.reached(step(collection, documents) + ".after");
        if (takingOut.get()) {
            takingOut.set(false);
            Points.reached("take-out.after");
        }
        boolean nobody = done || (Bug.LOSER_ANSWERED.isOn() && isAggregate(documents));
        return nobody ? new HashSet<>() : lost;
    }

    /** Before rows that are the same whoever writes them; true where a planted bug leaves them out. */
    public static boolean putting(MongoCollection<Document> collection, List<Document> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        Points.reached(step(collection, rows) + ".before");
        return Bug.HISTORY_SKIPPED.isOn() && name(collection).endsWith("_history");
    }

    public static void put(MongoCollection<Document> collection, List<Document> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Points.reached(step(collection, rows) + ".after");
        if (name(collection).endsWith("_history")) {
            takingOut.set(true);
        }
    }

    private static ReplaceOneModel<Document> unguarded(Document document) {
        Document whichever = new Document("_id", document.get("_id"));
        return new ReplaceOneModel<>(whichever, document, new ReplaceOptions().upsert(true));
    }

    private static String step(MongoCollection<Document> collection, List<Document> documents) {
        String name = name(collection);
        if (name.endsWith("_history")) {
            return "history-write";
        } else if (name.endsWith("_positions")) {
            return "position-write";
        } else if (name.endsWith("_held")) {
            return "hold-write";
        } else if (name.endsWith("_tallies")) {
            return "tally-write";
        } else if (name.endsWith("_activity")) {
            return "activity-write";
        } else if (name.endsWith("_generations")) {
            return "generation-write";
        } else if (isAggregate(documents)) {
            return name.equals("alerts") ? "alert-insert" : "aggregate-write";
        }
        return "projection-write";
    }

    private static boolean isAggregate(List<Document> documents) {
        return documents.getFirst().containsKey("outbox");
    }

    private static String name(MongoCollection<Document> collection) {
        return collection.getNamespace().getCollectionName();
    }
}
