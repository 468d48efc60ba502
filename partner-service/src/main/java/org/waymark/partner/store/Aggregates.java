package org.waymark.partner.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.partner.domain.Refusal;
import org.waymark.partner.wire.PublicEvent;
import org.waymark.partner.wire.PublicEvents;
import org.waymark.platform.AggregateStore;
import org.waymark.platform.AggregateStore.Aggregate;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Receipt;
import org.waymark.platform.AggregateStore.Refold;
import org.waymark.platform.AggregateStore.Refolded;
import org.waymark.platform.Decision;
import org.waymark.platform.Event;
import org.waymark.platform.Platform;

/** Aggregates of one kind, all publishing to {@code waymark.partners}. Here, once, a refusal becomes a problem. */
public final class Aggregates<T> {

    private static final String TOPIC = "waymark.partners";

    /** An aggregate as it stands; the sequence is its ETag. */
    public record Stored<T>(String id, long sequence, T value) {}

    /** What a decision comes to. */
    public record Outcome<T>(T after, List<PublicEvent> events) {}

    /** How a kind is kept, and how it is read from its events where the store lost them. */
    public interface Format<T> {
        T read(Document state);

        Document write(T value);

        /** Whether the type of an event is one of this kind's. */
        boolean concerns(String type);

        /** Each event says all facts, so it alone tells how the aggregate stands after it. */
        T after(Event event);

        /** Digest of the body of the command whose event it is; null where that cannot be told. */
        byte @Nullable [] body(Event event);
    }

    /**
     * Whose command it is, and with what key and body.
     *
     * @param by the client, kept beside the event for the record
     * @param key digest of who and Idempotency-Key; null where none was sent
     * @param body digest of what it asks for, made of values and not of a class, so that it is the same in the next
     *     version
     * @param traceparent of what caused it; null for that of the request this thread serves
     */
    @SuppressWarnings("ArrayRecordComponent") // digests, never compared through equals
    public record Sender(
            String by,
            byte @Nullable [] key,
            byte[] body,
            @Nullable String traceparent) {

        public Sender(String by, byte @Nullable [] key, byte[] body) {
            this(by, key, body, null);
        }
    }

    private final String what;
    private final AggregateStore store;
    private final MongoCollection<Document> documents;
    private final Format<T> format;
    private final Clock clock;

    public Aggregates(
            String what, String collection, Platform platform, MongoDatabase database, Format<T> format, Clock clock) {
        this.what = what;
        this.store = platform.aggregates(collection, TOPIC, refold(format));
        this.documents = database.getCollection(collection);
        this.format = format;
        this.clock = clock;
    }

    private static <T> Refold refold(Format<T> format) {
        return new Refold() {
            @Override
            public boolean concerns(String type) {
                return format.concerns(type);
            }

            @Override
            public Refolded apply(@Nullable Document state, Event event) {
                byte[] body = format.body(event);
                return new Refolded(
                        format.write(format.after(event)),
                        null,
                        new Document(),
                        body == null ? null : new Binary(body));
            }
        };
    }

    /** @throws Problem 422 where it stands already and was created by another body */
    public Stored<T> create(String id, Sender sender, Supplier<Outcome<T>> decide) {
        Instant now = clock.instant();
        return submit(id, true, sender, ignored -> decision(decide.get(), sender, now));
    }

    /**
     * @param ifMatch header value; not looked at where the command was done before
     * @throws Problem 404, 428, 412, or the refusal
     */
    public Stored<T> change(String id, @Nullable String ifMatch, Sender sender, Function<T, Outcome<T>> decide) {
        Instant now = clock.instant();
        return submit(id, false, sender, aggregate -> {
            if (aggregate == null) {
                throw Problem.notFound(what);
            }
            Problem.checkIfMatch(ifMatch, aggregate.sequence());
            return decision(decide.apply(format.read(aggregate.state())), sender, now);
        });
    }

    /**
     * Whether or not it stands already, and without a version: for what only comes on top.
     *
     * @param decide is handed null where it does not stand
     */
    public Stored<T> record(String id, Sender sender, Function<@Nullable T, Outcome<T>> decide) {
        Instant now = clock.instant();
        return submit(id, false, sender, aggregate -> {
            T before = aggregate == null ? null : format.read(aggregate.state());
            return decision(decide.apply(before), sender, now);
        });
    }

    private Stored<T> submit(
            String id, boolean creates, Sender sender, Function<@Nullable Aggregate, Decision> decide) {
        try {
            Receipt receipt =
                    store.submit(new Command(id, creates, sender.key(), sender.body(), decide, sender.traceparent()));
            return new Stored<>(id, receipt.sequence(), format.read(receipt.state()));
        } catch (Refusal refusal) {
            throw problem(refusal);
        }
    }

    /** Also for what is refused before it is a command: a value that can never be. */
    public static <R> R orProblem(Supplier<R> made) {
        try {
            return made.get();
        } catch (Refusal refusal) {
            throw problem(refusal);
        }
    }

    private static Problem problem(Refusal refusal) {
        String field = refusal.field();
        return field == null
                ? Problem.conflict(refusal.rule(), refusal.sentence())
                : Problem.invalid(field, refusal.sentence());
    }

    private Decision decision(Outcome<T> outcome, Sender sender, Instant now) {
        List<Decision.NewEvent> events = outcome.events().stream()
                .map(event -> new Decision.NewEvent(
                        event.eventType(), now, PublicEvents.serialize(event), new Document("by", sender.by())))
                .toList();
        return new Decision(format.write(outcome.after()), null, events);
    }

    public Optional<Stored<T>> find(String id) {
        return store.find(id).map(found -> new Stored<>(id, found.sequence(), format.read(found.state())));
    }

    /** @throws Problem 404 */
    public Stored<T> get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound(what));
    }

    /** Those of the ids that stand. */
    public Set<String> existing(Collection<String> ids) {
        Set<String> found = new HashSet<>();
        documents
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .projection(new Document("_id", 1))
                .forEach(row -> found.add(row.getString("_id")));
        return found;
    }

    /** In the order of their ids, which no change disturbs. */
    public Page<Stored<T>> page(@Nullable String cursor, int limit) {
        Document after = cursor == null ? new Document() : new Document("_id", new Document("$gt", cursor));
        List<Stored<T>> found = new ArrayList<>();
        documents
                .find(after)
                .sort(new Document("_id", 1))
                .limit(Page.checked(limit) + 1)
                .forEach(row -> found.add(new Stored<>(
                        row.getString("_id"), row.getLong("sequence"), format.read(row.get("state", Document.class)))));
        return Page.of(found, limit, Stored::id);
    }
}
