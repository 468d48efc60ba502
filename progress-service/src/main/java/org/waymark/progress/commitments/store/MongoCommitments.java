package org.waymark.progress.commitments.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.waymark.progress.commitments.CommitmentQuery;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.UpdatePlaces;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.Folding;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.wire.EventReading;
import org.waymark.progress.commitments.wire.PublicEvents;

/** Commitments in the collection {@code commitments}, through the platform's one-document commits. */
@Repository
class MongoCommitments implements Commitments {

    private static final int HISTORY_PAGE = 100;
    /** Most updates that are asked for are among these; the read model may not have come so far. */
    private static final int NEWEST = 200;

    private final AggregateStore store;
    private final MongoCollection<Document> documents;
    private final PublicEvents wire;
    private final UpdatePlaces places;
    private final HealthRules rules;

    MongoCommitments(
            Platform platform,
            MongoDatabase database,
            PublicEvents wire,
            EventReading reading,
            UpdatePlaces places,
            HealthRules rules) {
        this.store = platform.aggregates("commitments", "waymark.commitments", new CommitmentRefold(reading, rules));
        this.documents = database.getCollection("commitments");
        List.of("lead", "group", "workstream", "countries", "regions", "sdgTargets", "status", "health")
                .forEach(field -> documents.createIndex(Indexes.ascending("state." + field, "_id")));
        List.of("title", "start", "end", "due", "heard")
                .forEach(order -> documents.createIndex(Indexes.ascending("state.by." + order, "_id")));
        this.wire = wire;
        this.places = places;
        this.rules = rules;
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
        return new Command(
                id.value(),
                key.creates(),
                key.key(),
                key.body(),
                aggregate -> decided(id, aggregate, client, now, decide));
    }

    private static Outcome outcome(CommitmentId id, Receipt receipt) {
        Standing standing = new Standing(id, receipt.sequence(), CommitmentDocuments.read(receipt.state()));
        return new Outcome(standing, receipt.repeated());
    }

    private Decision decided(
            CommitmentId id,
            @Nullable Aggregate aggregate,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        Standing standing = aggregate == null ? null : standing(aggregate);
        Commitment after = standing == null ? null : standing.commitment();
        List<NewEvent> published = new ArrayList<>();
        List<CommitmentEvent> events = decide.apply(standing);
        for (CommitmentEvent event : events) {
            after = Folding.after(after, event, now, rules);
            published.add(wire.event(event, after.health(), now, Memo.of(event, client)));
        }
        if (after == null) {
            throw new IllegalStateException("a decision on nothing must bring something: " + id);
        }
        Document state = CommitmentDocuments.write(after);
        Headroom.check(events, aggregate == null ? null : aggregate.state(), state);
        return new Decision(state, Deciding.nextDue(after, now, rules).orElse(null), published);
    }

    @Override
    public Optional<Standing> find(CommitmentId id) {
        return store.find(id.value()).map(MongoCommitments::standing);
    }

    @Override
    public List<Standing> list(CommitmentQuery query, int limit) {
        return documents
                .find(CommitmentFilters.filter(query))
                .projection(new Document("sequence", 1).append("state", 1))
                .sort(CommitmentFilters.sort(query))
                .limit(limit)
                .map(found -> new Standing(
                        new CommitmentId(found.getString("_id")),
                        found.getLong("sequence"),
                        CommitmentDocuments.read(found.get("state", Document.class))))
                .into(new ArrayList<>());
    }

    @Override
    public List<PastEvent> history(CommitmentId id, long before, int limit) {
        long first = Math.max(1, before - limit);
        return store.history(id.value(), first, before - 1).reversed().stream()
                .map(Memo::event)
                .toList();
    }

    @Override
    public List<PastUpdate> updates(CommitmentId id, long before, int limit) {
        List<PastUpdate> found = new ArrayList<>();
        for (long to = before - 1; to >= 1 && found.size() < limit; to -= HISTORY_PAGE) {
            List<Past> page = store.history(id.value(), Math.max(1, to - HISTORY_PAGE + 1), to);
            for (Past past : page.reversed()) {
                if (found.size() < limit) {
                    Memo.update(past).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    @Override
    public Optional<PastUpdate> updateAt(CommitmentId id, long sequence) {
        return store.history(id.value(), sequence, sequence).stream()
                .findFirst()
                .flatMap(Memo::update);
    }

    @Override
    public Optional<PastUpdate> update(CommitmentId id, String update) {
        long last = find(id).map(Standing::sequence).orElse(0L);
        for (long to = last; to >= Math.max(1, last - NEWEST + 1); to -= HISTORY_PAGE) {
            List<Past> page = store.history(id.value(), Math.max(1, to - HISTORY_PAGE + 1), to);
            for (Past past : page.reversed()) {
                if (update.equals(past.memo().getString("update"))) {
                    return Memo.update(past);
                }
            }
        }
        return last <= NEWEST ? Optional.empty() : older(id, update);
    }

    /** Whoever asks for what never was must not have a whole history read. */
    private Optional<PastUpdate> older(CommitmentId id, String update) {
        OptionalLong place = places.sequenceOf(id.value(), update);
        return place.isEmpty()
                ? Optional.empty()
                : updateAt(id, place.getAsLong()).filter(found -> found.id().equals(update));
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
