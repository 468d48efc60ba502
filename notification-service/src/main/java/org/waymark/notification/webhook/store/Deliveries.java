package org.waymark.notification.webhook.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Delivery.State;
import org.waymark.platform.Platform;

/** What was and is to be delivered, in the collection {@code webhook_deliveries}, for {@link #KEPT}. */
public final class Deliveries {

    /** After that nobody can ask for it again. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Longer than any attempt lasts: what is claimed and not settled by then is claimed by another. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    /**
     * @param webhookId null for all that are asked for
     * @param state null for all
     * @param after the last of the page before; null for the first
     */
    public record Query(
            List<String> webhookIds,
            @Nullable State state,
            int limit,
            @Nullable Delivery after) {}

    private final GuardedDocuments documents;
    private final MongoCollection<Document> collection;

    Deliveries(Platform platform) {
        documents = new GuardedDocuments("delivery", "webhook_deliveries", platform);
        collection = documents.collection();
        collection.createIndex(Indexes.ascending("state", "nextAt"));
        collection.createIndex(Indexes.descending("webhookId", "createdAt", "_id"));
    }

    /** Those that stand already stay as they are, however often they are made. */
    public void add(List<Delivery> made) {
        documents.insertMissing(made.stream().map(DeliveryDocuments::write).toList());
    }

    public Optional<Delivery> find(String id) {
        return documents.find(id).map(DeliveryDocuments::read);
    }

    /** Webhooks for which something is due. */
    public List<String> webhooksWithDue(Instant now) {
        return collection.distinct("webhookId", due(now), String.class).into(new ArrayList<>());
    }

    /** Takes up to so many that are due, so that no other instance does. */
    public List<Delivery> claim(String webhookId, int most, Instant now) {
        List<Document> due = collection
                .find(due(now).append("webhookId", webhookId))
                .sort(new Document("nextAt", 1))
                .limit(most)
                .into(new ArrayList<>());
        List<Delivery> claimed = new ArrayList<>();
        for (Document found : due) {
            Delivery mine = DeliveryDocuments.read(found).claimed(now.plus(CLAIM));
            if (documents.replace(found, DeliveryDocuments.write(mine))) {
                claimed.add(mine);
            }
        }
        return claimed;
    }

    /** @throws Problem 404 */
    public Delivery change(String id, UnaryOperator<Delivery> decide) {
        return DeliveryDocuments.read(
                documents.change(id, before -> DeliveryDocuments.write(decide.apply(DeliveryDocuments.read(before)))));
    }

    /** Each that matches is changed by itself. */
    public int changeAll(
            String webhookId, @Nullable State state, Instant from, Instant to, UnaryOperator<Delivery> how) {
        Document filter = new Document("webhookId", webhookId)
                .append("createdAt", new Document("$gte", Date.from(from)).append("$lt", Date.from(to)));
        List<String> ids = new ArrayList<>();
        collection
                .find(state == null ? filter : filter.append("state", state.name()))
                .projection(new Document("_id", 1))
                .forEach(found -> ids.add(found.getString("_id")));
        ids.forEach(id -> change(id, how));
        return ids.size();
    }

    /** The newest first. */
    public List<Delivery> list(Query query) {
        List<Document> all = new ArrayList<>();
        all.add(new Document("webhookId", new Document("$in", query.webhookIds())));
        if (query.state() != null) {
            all.add(new Document("state", query.state().name()));
        }
        Delivery after = query.after();
        if (after != null) {
            Date at = Date.from(after.createdAt());
            all.add(new Document(
                    "$or",
                    List.of(
                            new Document("createdAt", new Document("$lt", at)),
                            new Document("createdAt", at).append("_id", new Document("$lt", after.id())))));
        }
        return collection
                .find(new Document("$and", all))
                .sort(new Document("createdAt", -1).append("_id", -1))
                .limit(query.limit())
                .map(DeliveryDocuments::read)
                .into(new ArrayList<>());
    }

    /** Forgets what is old. */
    public void sweep(Instant now) {
        collection.deleteMany(new Document("createdAt", new Document("$lt", Date.from(now.minus(KEPT)))));
    }

    public void removeOf(String webhookId) {
        collection.deleteMany(new Document("webhookId", webhookId));
    }

    private static Document due(Instant now) {
        return new Document("state", State.PENDING.name()).append("nextAt", new Document("$lte", Date.from(now)));
    }
}
