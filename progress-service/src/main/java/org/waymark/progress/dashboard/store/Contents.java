package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.waymark.platform.Uuids;

/**
 * What a partition led to in a generation, document by document, in a form that is the same where they say the same: without
 * versions, offsets and nets of nothing, which depend on how the topic was cut into batches.
 */
public final class Contents {

    /** A kind of document. */
    public enum Kind {
        CARDS,
        TALLIES,
        ACTIVITY
    }

    private static final int AT_ONCE = 500;

    private final ReadModel model;

    public Contents(ReadModel model) {
        this.model = model;
    }

    /** By id, a bite at a time. */
    public void forEach(Kind kind, int partition, Consumer<Map<String, String>> bite) {
        Map<String, String> open = new HashMap<>();
        Function<Document, String> content = content(kind);
        collection(kind)
                .find(new Document("partition", partition))
                .batchSize(AT_ONCE)
                .forEach(found -> {
                    open.put(found.getString("_id"), content.apply(found));
                    if (open.size() == AT_ONCE) {
                        bite.accept(Map.copyOf(open));
                        open.clear();
                    }
                });
        if (!open.isEmpty()) {
            bite.accept(open);
        }
    }

    /** Those of these ids that there are. */
    public Map<String, String> byId(Kind kind, Iterable<String> ids) {
        Map<String, String> contents = new HashMap<>();
        Function<Document, String> content = content(kind);
        collection(kind)
                .find(new Document("_id", new Document("$in", ids)))
                .forEach(found -> contents.put(found.getString("_id"), content.apply(found)));
        return contents;
    }

    private MongoCollection<Document> collection(Kind kind) {
        return switch (kind) {
            case CARDS -> model.cards;
            case TALLIES -> model.tallies.documents();
            case ACTIVITY -> model.activity.documents();
        };
    }

    private static Function<Document, String> content(Kind kind) {
        return switch (kind) {
            case CARDS -> Contents::card;
            case TALLIES -> Contents::tally;
            case ACTIVITY -> Contents::row;
        };
    }

    /** The topmost card of a commitment of which only later events have come is none. */
    private static String card(Document found) {
        Document view = found.get("view", new Document());
        return "at " + found.getLong("sequence") + (found.containsKey("heldSince") ? ", incomplete" : "") + ": "
                + view.getString("card");
    }

    private static String tally(Document found) {
        Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
        MongoTallies.days(found).forEach((day, sums) -> {
            Map<String, Long> some = new TreeMap<>(sums);
            some.values().removeIf(sum -> sum == 0);
            if (!some.isEmpty()) {
                days.put(day, some);
            }
        });
        return days.toString();
    }

    private static String row(Document found) {
        Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
        MongoActivity.changes(found).forEach(one -> days.put(one.effective(), new TreeMap<>(one.by())));
        return found.getString("event") + " " + found.getString("type") + " " + days;
    }

    /** Order does not matter to a sum of these; what changes places between two documents does. */
    public static long hash(String id, String content) {
        return ByteBuffer.wrap(Uuids.sha256(id, content)).getLong();
    }
}
