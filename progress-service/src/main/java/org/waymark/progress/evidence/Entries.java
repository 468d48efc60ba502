package org.waymark.progress.evidence;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.waymark.progress.evidence.Entry.Claim;

/** What is known of files, in the collection {@code evidence}. Each change is one that holds whatever stands. */
@Repository
class Entries {

    private final MongoCollection<Document> documents;

    Entries(MongoDatabase database) {
        this.documents = database.getCollection("evidence");
        documents.createIndex(Indexes.ascending("unsettledSince"), new IndexOptions().sparse(true));
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(documents.find(new Document("_id", id)).first())
                .map(Entry::read);
    }

    List<Entry> findAll(Collection<String> ids) {
        return documents
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .map(Entry::read)
                .into(new ArrayList<>());
    }

    /** @return whether there was none with this id */
    boolean add(Entry entry) {
        try {
            documents.insertOne(entry.write());
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** @return whether it is still there */
    boolean claim(String id, Claim claim, Instant now) {
        Document change = new Document("$addToSet", new Document("claims", claim.write()))
                .append("$set", new Document("unsettledSince", Date.from(now)));
        return documents.updateOne(new Document("_id", id), change).getMatchedCount() == 1;
    }

    /** Remembers that the update of this claim stands. */
    void publish(String id, Claim claim) {
        Document change = new Document("$addToSet", new Document("published", claim.commitment()))
                .append("$pull", new Document("claims", claim.write()));
        documents.updateOne(new Document("_id", id), change);
    }

    List<Entry> unsettledBefore(Instant time, int limit) {
        return documents
                .find(new Document("unsettledSince", new Document("$lte", Date.from(time))))
                .limit(limit)
                .map(Entry::read)
                .into(new ArrayList<>());
    }

    /** Keeps these of its claims and asks again later, or never, unless it was claimed meanwhile. */
    void settle(Entry entry, List<Claim> claims, @Nullable Instant unsettledSince) {
        Document later = unsettledSince == null
                ? new Document("$unset", new Document("unsettledSince", ""))
                : new Document("$set", new Document("unsettledSince", Date.from(unsettledSince)));
        Document set = later.get("$set") instanceof Document stands ? stands : new Document();
        set.append("claims", claims.stream().map(Claim::write).toList());
        documents.updateOne(asRead(entry), later.append("$set", set));
    }

    /** @return whether it is gone; it stays where it was claimed meanwhile */
    boolean remove(Entry entry) {
        return documents.deleteOne(asRead(entry)).getDeletedCount() == 1;
    }

    private static Document asRead(Entry entry) {
        Instant since = entry.unsettledSince();
        return new Document("_id", entry.file().id()).append("unsettledSince", since == null ? null : Date.from(since));
    }
}
