package org.waymark.progress.commitments.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
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
    public List<Draft.Head> of(String organization, @Nullable String after, int limit) {
        Document query = notSubmitted(organization);
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return drafts.find(query)
                .sort(new Document("_id", 1))
                .limit(limit)
                .projection(Projections.exclude("body", "key"))
                .map(MongoDrafts::head)
                .into(new ArrayList<>());
    }

    @Override
    public long count(String organization, int limit) {
        return drafts.countDocuments(notSubmitted(organization), new CountOptions().limit(limit));
    }

    @Override
    public boolean save(Draft draft) {
        return platform.replaceGuarded(drafts, List.of(write(draft))).isEmpty();
    }

    @Override
    public void remove(String id) {
        drafts.deleteOne(new Document("_id", id));
    }

    @Override
    public void removeSubmittedBefore(String organization, Instant time) {
        drafts.deleteMany(
                new Document("organization", organization).append("submittedAt", new Document("$lt", Date.from(time))));
    }

    private static Document notSubmitted(String organization) {
        return new Document("organization", organization).append("submittedAt", null);
    }

    private static Document write(Draft draft) {
        Document document = new Document("_id", draft.id())
                .append("v", draft.version())
                .append("kind", Kebab.of(draft.kind()))
                .append("organization", draft.organization())
                .append("commitment", draft.commitment())
                .append("key", draft.key())
                .append("body", draft.body())
                .append("createdAt", Date.from(draft.createdAt()))
                .append("changedAt", Date.from(draft.changedAt()));
        Instant submitted = draft.submittedAt();
        return submitted == null ? document : document.append("submittedAt", Date.from(submitted));
    }

    private static Draft.Head head(Document stored) {
        return new Draft.Head(
                stored.getString("_id"),
                Values.parse(Draft.Kind.class, stored.getString("kind")),
                stored.getString("commitment"),
                stored.getDate("createdAt").toInstant(),
                stored.getDate("changedAt").toInstant());
    }

    private static Draft read(Document stored) {
        Date submitted = stored.getDate("submittedAt");
        return new Draft(
                stored.getString("_id"),
                stored.getLong("v"),
                Values.parse(Draft.Kind.class, stored.getString("kind")),
                stored.getString("organization"),
                stored.getString("commitment"),
                stored.getString("key"),
                stored.getString("body"),
                stored.getDate("createdAt").toInstant(),
                stored.getDate("changedAt").toInstant(),
                submitted == null ? null : submitted.toInstant());
    }
}
