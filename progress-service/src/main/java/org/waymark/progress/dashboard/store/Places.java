package org.waymark.progress.dashboard.store;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Gives the rows of a journal that is made anew the places they have in the one that serves, so that whoever reads on from
 * a place misses nothing and is told nothing twice. An event that was held for a while may stand elsewhere otherwise.
 */
public final class Places {

    private static final int AT_ONCE = 500;

    private final MongoActivity serving;
    private final MongoActivity made;
    private final boolean isOfUse;

    public Places(ReadModel serving, ReadModel made) {
        this.serving = serving.activity;
        this.made = made.activity;
        this.isOfUse = serving.hasJournal();
    }

    /**
     * Of a partition of which the one that serves stands at {@code end}. What it does not hold goes there, where nobody has
     * read yet.
     *
     * @param from rows before that have their places already
     */
    public void settle(int partition, long from, long end) {
        if (!isOfUse) {
            return;
        }
        Map<String, Long> open = new HashMap<>();
        made.documents()
                .find(new Document("partition", partition).append("offset", new Document("$gte", from)))
                .projection(new Document("offset", 1))
                .batchSize(AT_ONCE)
                .forEach(row -> {
                    open.put(row.getString("_id"), row.getLong("offset"));
                    if (open.size() == AT_ONCE) {
                        settle(open, end);
                    }
                });
        settle(open, end);
    }

    private void settle(Map<String, Long> open, long end) {
        Map<String, Long> places = new HashMap<>();
        open.forEach((id, offset) -> places.put(id, Math.max(offset, end)));
        serving.documents()
                .find(new Document("_id", new Document("$in", List.copyOf(open.keySet()))))
                .projection(new Document("offset", 1))
                .forEach(row -> places.put(row.getString("_id"), row.getLong("offset")));
        List<WriteModel<Document>> moves = new ArrayList<>();
        open.forEach((id, offset) -> {
            if (!offset.equals(places.get(id))) {
                Document place = new Document("$set", new Document("offset", places.get(id)));
                moves.add(new UpdateOneModel<>(new Document("_id", id), place));
            }
        });
        if (!moves.isEmpty()) {
            made.documents().bulkWrite(moves);
        }
        open.clear();
    }
}
