package org.waymark.notification.alert.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.AlertState;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Sight;

/**
 * Lists of alerts, newest first. A page ends at the time and id of its last alert, which never change: what is raised or
 * changes state meanwhile moves nothing from one page to another.
 */
public final class AlertLists {

    static final String COLLECTION = "alerts";

    /** What is asked for. */
    public record Query(
            Sight sight,
            @Nullable AlertState state,
            @Nullable String commitmentId,
            int limit,
            @Nullable Place after) {}

    /** A place in the list. */
    public record Place(Instant raisedAt, String id) {

        static Place of(Standing last) {
            return new Place(last.alert().raisedAt(), last.id());
        }
    }

    /** @param next null on the last page */
    public record Page(List<Standing> items, @Nullable Place next) {}

    private final MongoCollection<Document> alerts;

    AlertLists(MongoDatabase database) {
        alerts = database.getCollection(COLLECTION);
        alerts.createIndex(Indexes.descending("state.raisedAt", "_id"));
        for (String narrowing : List.of("state.state", "state.groupId", "state.leadPartnerId", "state.commitmentId")) {
            alerts.createIndex(
                    Indexes.compoundIndex(Indexes.ascending(narrowing), Indexes.descending("state.raisedAt", "_id")));
        }
    }

    public Page page(Query query) {
        List<Standing> found = alerts.find(filter(query))
                .projection(new Document("sequence", 1).append("state", 1))
                .sort(new Document("state.raisedAt", -1).append("_id", -1))
                .limit(query.limit() + 1)
                .map(AlertLists::standing)
                .into(new ArrayList<>());
        if (found.size() <= query.limit()) {
            return new Page(found, null);
        }
        found.removeLast();
        return new Page(found, Place.of(found.getLast()));
    }

    /** The causes of the alerts of these rules that are not resolved, by commitment. */
    public Map<String, Set<CauseKey>> open(Collection<String> commitments, Collection<AlertRule> rules) {
        Map<String, Set<CauseKey>> open = new HashMap<>();
        open(new Document("state.commitmentId", new Document("$in", List.copyOf(commitments))), rules)
                .forEach(key -> open.computeIfAbsent(key.commitmentId(), id -> new HashSet<>())
                        .add(key));
        return open;
    }

    /** The same of a group. */
    public List<CauseKey> openOf(String groupId, Collection<AlertRule> rules) {
        return open(new Document("state.groupId", groupId), rules);
    }

    private List<CauseKey> open(Document of, Collection<AlertRule> rules) {
        List<String> words = rules.stream().map(AlertRule::word).toList();
        return alerts.find(of.append("state.state", new Document("$ne", AlertState.RESOLVED.word()))
                        .append("state.rule", new Document("$in", words)))
                .projection(new Document("sequence", 1).append("state", 1))
                .map(found -> standing(found).alert().cause().key())
                .into(new ArrayList<>());
    }

    private static Document filter(Query query) {
        List<Document> all = new ArrayList<>();
        if (query.state() != null) {
            all.add(new Document("state.state", query.state().word()));
        }
        if (query.commitmentId() != null) {
            all.add(new Document("state.commitmentId", query.commitmentId()));
        }
        switch (query.sight()) {
            case Sight.Everything everything -> {}
            case Sight.Part part ->
                all.add(either(
                        new Document("state.groupId", new Document("$in", List.copyOf(part.groups()))),
                        new Document("state.leadPartnerId", new Document("$in", List.copyOf(part.leadPartners())))));
        }
        Place after = query.after();
        if (after != null) {
            Date at = Date.from(after.raisedAt());
            all.add(either(
                    new Document("state.raisedAt", new Document("$lt", at)),
                    new Document("state.raisedAt", at).append("_id", new Document("$lt", after.id()))));
        }
        return all.isEmpty() ? new Document() : new Document("$and", all);
    }

    private static Document either(Document one, Document other) {
        return new Document("$or", List.of(one, other));
    }

    private static Standing standing(Document found) {
        return new Standing(
                found.getString("_id"),
                found.getLong("sequence"),
                AlertDocuments.read(found.get("state", Document.class)));
    }
}
