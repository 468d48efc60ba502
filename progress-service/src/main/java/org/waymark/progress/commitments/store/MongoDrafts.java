package org.waymark.progress.commitments.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.waymark.platform.Platform;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.Draft;
import org.waymark.progress.commitments.Drafts;

/** Drafts in a collection of their own, beside the commitments. */
@Repository
class MongoDrafts implements Drafts {

    private final Platform platform;
    private final MongoCollection<Document> drafts;

    MongoDrafts(Platform platform) {
        this.platform = platform;
        this.drafts = platform.guarded("drafts");
        this.drafts.createIndex(Indexes.ascending("organization", "_id"));
    }

    @Override
    public Optional<Draft> find(String id) {
        return Optional.ofNullable(drafts.find(new Document("_id", id)).first()).map(MongoDrafts::read);
    }

    @Override
    public List<Draft> of(String organization, @Nullable String after, int limit) {
        Document query = new Document("organization", organization);
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return drafts.find(query)
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(MongoDrafts::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean save(Draft draft) {
        return platform.replaceGuarded(drafts, List.of(write(draft))).isEmpty();
    }

    @Override
    public void remove(String id) {
        drafts.deleteOne(new Document("_id", id));
    }

    private static Document write(Draft draft) {
        return new Document("_id", draft.id())
                .append("v", draft.version())
                .append("kind", Kebab.of(draft.kind()))
                .append("organization", draft.organization())
                .append("commitment", draft.commitment())
                .append("key", draft.key())
                .append("body", draft.body())
                .append("createdAt", Date.from(draft.createdAt()))
                .append("changedAt", Date.from(draft.changedAt()));
    }

    private static Draft read(Document stored) {
        return new Draft(
                stored.getString("_id"),
                stored.getLong("v"),
                Values.parse(Draft.Kind.class, stored.getString("kind")),
                stored.getString("organization"),
                stored.getString("commitment"),
                stored.getString("key"),
                stored.getString("body"),
                stored.getDate("createdAt").toInstant(),
                stored.getDate("changedAt").toInstant());
    }
}
