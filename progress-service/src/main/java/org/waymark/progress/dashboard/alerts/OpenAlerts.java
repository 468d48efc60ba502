package org.waymark.progress.dashboard.alerts;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

/** The alerts that are open, as their feed keeps them in the collection {@code openAlerts}. */
@Component("alertQueries") // the feed's name is that of its binding
class OpenAlerts {

    private static final String FEED = "openAlerts";

    /** Whose: the groups whose alerts may be seen, null for those of all; and what they are narrowed by. */
    record Wanted(
            @Nullable Set<String> groups,
            @Nullable String group,
            @Nullable String commitment) {

        private Document query() {
            Document query = new Document("view.state", new Document("$in", List.of(Alert.RAISED, Alert.ACKNOWLEDGED)));
            Document of = new Document();
            if (groups != null) {
                of.append("$in", List.copyOf(groups));
            }
            if (group != null) {
                of.append("$eq", group);
            }
            if (!of.isEmpty()) {
                query.append("view.group", of);
            }
            return commitment == null ? query : query.append("view.commitment", commitment);
        }
    }

    record Numbered(String id, Alert alert) {}

    /** Where an alert stands among the others. */
    record Place(Date raisedAt, String id) {}

    private final MongoCollection<Document> rows;
    private final AlertProjection projection;

    OpenAlerts(MongoDatabase database, AlertProjection projection) {
        this.rows = database.getCollection(FEED);
        this.rows.createIndex(Indexes.ascending("view.state", "view.group", "view.raisedAt", "_id"));
        this.rows.createIndex(Indexes.ascending("view.commitment", "view.state"));
        this.projection = projection;
    }

    /** The newest first. */
    List<Numbered> list(Wanted wanted, @Nullable Place after, int limit) {
        Document query = wanted.query();
        if (after != null) {
            query.append(
                    "$or",
                    List.of(
                            new Document("view.raisedAt", new Document("$lt", after.raisedAt())),
                            new Document("view.raisedAt", after.raisedAt())
                                    .append("_id", new Document("$lt", after.id()))));
        }
        return rows.find(query)
                .sort(new Document("view.raisedAt", -1).append("_id", -1))
                .limit(limit)
                .map(row -> new Numbered(row.getString("_id"), projection.read(row.get("view", Document.class))))
                .into(new ArrayList<>());
    }

    /** How many there are by what each of these fields says: rule, severity, state. */
    Map<String, Map<String, Long>> counts(Wanted wanted, List<String> fields) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        fields.forEach(field -> counts.put(field, new HashMap<>()));
        Document shown = new Document();
        fields.forEach(field -> shown.append("view." + field, 1));
        rows.find(wanted.query()).projection(shown).forEach(row -> {
            Document view = row.get("view", new Document());
            counts.forEach((field, sums) -> sums.merge(view.getString(field), 1L, Long::sum));
        });
        return counts;
    }

    /** The feed's bean name is also its binding and its collection. */
    @Configuration
    static class Wiring {

        @Bean(FEED)
        Feed<Alert> alertFeed(Platform platform, AlertProjection projection) {
            return platform.feed(FEED, "waymark.alerts", projection);
        }
    }
}
