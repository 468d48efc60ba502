package org.waymark.progress.commitments.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.waymark.platform.AggregateStore;
import org.waymark.platform.AggregateStore.Aggregate;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Past;
import org.waymark.platform.AggregateStore.Receipt;
import org.waymark.platform.Decision;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.platform.Platform;
import org.waymark.progress.commitments.CommandKey;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.wire.PublicEvents;

/** Commitments in the collection {@code commitments}, through the platform's one-document commits. */
@Repository
class MongoCommitments implements Commitments {

    private static final int HISTORY_PAGE = 100;

    private final AggregateStore store;
    private final MongoCollection<Document> documents;
    private final PublicEvents wire;

    MongoCommitments(Platform platform, MongoDatabase database, PublicEvents wire) {
        this.store = platform.aggregates("commitments", "waymark.commitments");
        this.documents = database.getCollection("commitments");
        this.documents.createIndex(Indexes.ascending("state.lead", "_id"));
        this.documents.createIndex(Indexes.ascending("state.group", "_id"));
        this.wire = wire;
    }

    @Override
    public Outcome change(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        return outcome(id, store.submit(command(id, key, client, now, decide)));
    }

    @Override
    public Outcome rehearse(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        return outcome(id, store.rehearse(command(id, key, client, now, decide)));
    }

    private Command command(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        return new Command(id.value(), key.creates(), key.key(), key.body(), aggregate -> {
            Standing standing = aggregate == null ? null : standing(aggregate);
            List<CommitmentEvent> events = decide.apply(standing);
            Commitment after = standing == null ? null : standing.commitment();
            List<NewEvent> published = new ArrayList<>();
            for (CommitmentEvent event : events) {
                after = Commitment.after(after, event);
                published.add(wire.event(event, now, UpdateMemo.of(event, client)));
            }
            if (after == null) {
                throw new IllegalStateException("a decision on nothing must bring something: " + id);
            }
            return new Decision(
                    CommitmentDocuments.write(after), after.nextDue().orElse(null), published);
        });
    }

    private static Outcome outcome(CommitmentId id, Receipt receipt) {
        Standing standing = new Standing(id, receipt.sequence(), CommitmentDocuments.read(receipt.state()));
        return new Outcome(standing, receipt.repeated());
    }

    @Override
    public Optional<Standing> find(CommitmentId id) {
        return store.find(id.value()).map(MongoCommitments::standing);
    }

    @Override
    public List<Standing> list(@Nullable String partner, @Nullable String group, @Nullable String after, int limit) {
        Document query = new Document();
        if (partner != null) {
            query.append("state.lead", partner);
        }
        if (group != null) {
            query.append("state.group", group);
        }
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return documents
                .find(query)
                .projection(new Document("sequence", 1).append("state", 1))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(found -> new Standing(
                        new CommitmentId(found.getString("_id")),
                        found.getLong("sequence"),
                        CommitmentDocuments.read(found.get("state", Document.class))))
                .into(new ArrayList<>());
    }

    @Override
    public List<PastUpdate> updates(CommitmentId id, long before, int limit) {
        List<PastUpdate> found = new ArrayList<>();
        for (long to = before - 1; to >= 1 && found.size() < limit; to -= HISTORY_PAGE) {
            List<Past> page = store.history(id.value(), Math.max(1, to - HISTORY_PAGE + 1), to);
            for (Past past : page.reversed()) {
                if (found.size() < limit) {
                    UpdateMemo.read(past.event(), past.memo()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    @Override
    public Optional<PastUpdate> update(CommitmentId id, String update) {
        long last = find(id).map(Standing::sequence).orElse(0L);
        for (long to = last; to >= 1; to -= HISTORY_PAGE) {
            for (Past past : store.history(id.value(), Math.max(1, to - HISTORY_PAGE + 1), to)) {
                if (update.equals(past.memo().getString("update"))) {
                    return UpdateMemo.read(past.event(), past.memo());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<CommitmentId> due(Instant now, int limit) {
        return store.due(now, limit).stream().map(CommitmentId::new).toList();
    }

    private static Standing standing(Aggregate aggregate) {
        return new Standing(
                new CommitmentId(aggregate.id()), aggregate.sequence(), CommitmentDocuments.read(aggregate.state()));
    }
}
