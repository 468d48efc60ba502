package org.waymark.notification.watch;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.waymark.platform.Platform;

/** The looks to come, beside the watches; each write is guarded by the version that was read. */
class Looks {

    static final String COLLECTION = "looks";

    private final Platform platform;
    private final MongoCollection<Document> looks;

    Looks(Platform platform) {
        this.platform = platform;
        this.looks = platform.guarded(COLLECTION);
        looks.createIndex(Indexes.ascending("at"), new IndexOptions().sparse(true));
    }

    Map<String, Look> of(Collection<String> commitments) {
        Map<String, Look> found = new HashMap<>();
        looks.find(new Document("_id", new Document("$in", List.copyOf(commitments))))
                .map(Look::read)
                .forEach(look -> found.put(look.commitmentId(), look));
        return found;
    }

    List<Look> due(Instant now, int limit) {
        return looks.find(new Document("at", new Document("$lte", Date.from(now))))
                .limit(limit)
                .map(Look::read)
                .into(new ArrayList<>());
    }

    /** Returns the commitments whose look somebody else has written meanwhile. */
    Set<String> put(List<Look> changed) {
        return platform.replaceGuarded(looks, changed.stream().map(Look::write).toList());
    }
}
