package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Event;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Change;
import org.waymark.progress.dashboard.domain.Happened;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal: one row per event, with all it changes in what is counted, in one piece, as JSON; beside it stands what
 * rows are looked for by. A row is the same whoever writes it and however often, but for its place: an event that was held
 * takes the place of the record that set it free.
 */
final class MongoActivity {

    private static final JsonMapper JSON = new JsonMapper();

    private final Platform platform;
    private final MongoCollection<Document> rows;

    MongoActivity(Platform platform, MongoCollection<Document> rows) {
        this.platform = platform;
        this.rows = rows;
        List.of("commitment", "lead", "group", "workstream", "level", "countries", "regions", "sdgTargets", "measures")
                .forEach(field -> rows.createIndex(Indexes.ascending(field, "time", "_id")));
        rows.createIndex(Indexes.ascending("partition", "offset", "sequence"));
        rows.createIndex(Indexes.ascending("time", "_id"));
    }

    MongoCollection<Document> documents() {
        return rows;
    }

    void write(List<Counted> steps) {
        platform.put(rows, steps.stream().map(MongoActivity::row).toList());
    }

    private static Document row(Counted step) {
        Event event = step.event();
        Card.Promise promise = step.after().promise();
        Card.Reach reach = promise.reach();
        return new Document("_id", id(event.subject(), event.sequence()))
                .append("partition", step.partition())
                .append("offset", step.offset())
                .append("commitment", event.subject())
                .append("sequence", event.sequence())
                .append("event", event.id())
                .append("type", event.type())
                .append("time", Date.from(step.after().changedAt()))
                .append("lead", promise.lead())
                .append("group", promise.place().group())
                .append("workstream", promise.place().workstream())
                .append("level", reach.level())
                .append("countries", reach.countries())
                .append("regions", reach.regions())
                .append("sdgTargets", reach.sdgTargets())
                .append("measures", measures(step.changes()))
                .append("days", days(step.changes()))
                .append("changes", JSON.writeValueAsString(step.changes()))
                .append("data", new String(event.data(), StandardCharsets.UTF_8));
    }

    private static List<String> days(List<Change> changes) {
        return changes.stream().map(change -> change.effective().toString()).toList();
    }

    static String id(String commitment, long sequence) {
        return commitment + ":" + sequence;
    }

    private static List<String> measures(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change.by().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What happened, the newest first.
     *
     * @param query on fields of a row
     * @param after the last row of the page before; null for the first page
     */
    List<Happened> newestFirst(Document query, @Nullable Place after, int limit) {
        Document narrowed = new Document(query);
        if (after != null) {
            Date time = Date.from(after.time());
            narrowed.append(
                    "$or",
                    List.of(
                            new Document("time", new Document("$lt", time)),
                            new Document("time", time).append("_id", new Document("$lt", after.id()))));
        }
        return rows.find(narrowed)
                .sort(new Document("time", -1).append("_id", -1))
                .limit(limit)
                .map(MongoActivity::happened)
                .into(new ArrayList<>());
    }

    Iterable<Happened> all(Document query) {
        return rows.find(query).map(MongoActivity::happened);
    }

    /** To be closed by who reads it. */
    MongoCursor<Happened> oldestFirst(Document query) {
        return rows.find(query)
                .sort(new Document("time", 1).append("_id", 1))
                .map(MongoActivity::happened)
                .iterator();
    }

    /**
     * In the order of a partition, by the offset at which they were applied: of each offset all rows or none. There may be
     * more than {@code limit} where one record set many free.
     */
    Deque<List<Happened>> inOrder(int partition, long from, long until, int limit) {
        List<Happened> found = inOrder(new Document("$gte", from).append("$lt", until), partition, limit + 1);
        if (found.size() > limit) {
            long open = found.getLast().offset();
            found = found.getFirst().offset() == open
                    ? inOrder(new Document("$eq", open), partition, 0)
                    : found.stream().filter(one -> one.offset() < open).toList();
        }
        return new ArrayDeque<>(found.stream()
                .collect(Collectors.groupingBy(Happened::offset, TreeMap::new, Collectors.toList()))
                .values());
    }

    private List<Happened> inOrder(Document offsets, int partition, int limit) {
        return rows.find(new Document("partition", partition).append("offset", offsets))
                .sort(new Document("offset", 1).append("sequence", 1))
                .limit(limit)
                .map(MongoActivity::happened)
                .into(new ArrayList<>());
    }

    private static Happened happened(Document row) {
        return new Happened(
                row.getString("commitment"),
                row.getLong("sequence"),
                row.getString("event"),
                row.getString("type"),
                row.getDate("time").toInstant(),
                row.getString("lead"),
                row.getInteger("partition"),
                row.getLong("offset"),
                changes(row),
                row.getString("data"));
    }

    static List<Change> changes(Document row) {
        return List.of(JSON.readValue(row.getString("changes"), Change[].class));
    }
}
