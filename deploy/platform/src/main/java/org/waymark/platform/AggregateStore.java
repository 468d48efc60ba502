package org.waymark.platform;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.edge.Problem;

/**
 * The aggregates of one collection. A command is decided on the state as it stands and committed as one guarded
 * replacement of one document, which holds state, events and command key together; only then is it answered, and only
 * then are its events published. Commands that arrive together are committed together.
 *
 * <p>Each event, once Kafka has it, moves to {@code <collection>_history} under {@code <id>:<sequence>} before it leaves
 * the document, so that the history has no gap and the document stays small.
 */
public final class AggregateStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AggregateStore.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

    /** An aggregate as it stands. */
    public record Aggregate(String id, long sequence, Document state) {}

    /**
     * What somebody wants done.
     *
     * @param creates whether the aggregate comes into being by it; if it stands already, an equal body is answered the
     *     same and another one is refused
     * @param key digest of whose command it is and its Idempotency-Key; null where it has none
     * @param body digest of what it asks for
     * @param decide given the aggregate (null where there is none) it decides, or throws a {@link Problem}; it may be
     *     called again with a newer state, and does no I/O
     * @param traceparent of what caused it, for its events; null for that of the request this thread serves, if any
     */
    @SuppressWarnings("ArrayRecordComponent") // digests, never compared through equals
    public record Command(
            String id,
            boolean creates,
            byte @Nullable [] key,
            byte[] body,
            Function<@Nullable Aggregate, Decision> decide,
            @Nullable String traceparent) {

        public Command(
                String id,
                boolean creates,
                byte @Nullable [] key,
                byte[] body,
                Function<@Nullable Aggregate, Decision> decide) {
            this(id, creates, key, body, decide, null);
        }
    }

    /**
     * The answer to a committed command.
     *
     * @param sequence the aggregate's sequence the command came to
     * @param repeated whether it had been committed before
     */
    public record Receipt(String id, long sequence, boolean repeated, Document state) {}

    /** A committed event and its memo. */
    public record Past(Event event, Document memo) {}

    /**
     * How an event that the topic holds and a restored store does not becomes part of its aggregate again. The event says
     * the facts; texts that never left the store are not made up.
     */
    public interface Refold {

        /** Whether the type is of these aggregates; others may share the topic. */
        boolean concerns(String type);

        /**
         * @param state null before the first event
         * @throws RuntimeException when the event cannot be read; commands on the aggregate are then refused
         */
        Refolded apply(@Nullable Document state, Event event);
    }

    /**
     * An aggregate after such an event.
     *
     * @param nextDue as in {@link Decision}
     * @param memo what can still be known of the event beyond its data
     * @param created digest of the body that created it, where the event tells; null leaves it open
     */
    public record Refolded(
            Document state,
            @Nullable Instant nextDue,
            Document memo,
            @Nullable Binary created) {}

    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> history;
    private final String source;
    private final Clock clock;
    private final FoldForward forward;
    private final CommitLanes lanes;
    private final Relay relay;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-sweep").factory());

    AggregateStore(
            MongoCollection<Document> documents,
            MongoCollection<Document> history,
            String source,
            Clock clock,
            int shards,
            long outboxCap,
            Duration sweep,
            FoldForward forward,
            Function<AggregateStore, Relay> relay) {
        this.documents = documents;
        this.history = history;
        this.source = source;
        this.clock = clock;
        this.forward = forward;
        this.relay = relay.apply(this);
        this.lanes = new CommitLanes(shards, new GroupCommit(documents, history, source, outboxCap, this.relay));
        sweeper.scheduleWithFixedDelay(this::sweep, 0, sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Decides and commits; returns once the store has acknowledged, or throws the decision's {@link Problem}.
     *
     * @throws Problem 503 when the store does not answer; whether it was committed is then found out by repeating the
     *     command with its key. Also while the store is older than its topic
     */
    public Receipt submit(Command command) {
        forward.require(command.id());
        return lanes.submit(command);
    }

    /** What {@link #submit} would answer now, refusals included, with nothing committed. */
    public Receipt rehearse(Command command) {
        Image image = load(command.id()).orElseGet(() -> Image.read(command.id(), null, source));
        return new CommandGroup(image, List.of(), source, Long.MAX_VALUE).decide(command);
    }

    public Optional<Aggregate> find(String id) {
        return load(id).map(image -> new Aggregate(id, image.sequence, state(image)));
    }

    /** Committed events {@code from..to} (both included) in order; those not yet in Kafka come from the document. */
    public List<Past> history(String id, long from, long to) {
        List<OutboxEntry> found = new ArrayList<>();
        List<OutboxEntry> pending = load(id).map(image -> image.outbox).orElse(List.of());
        long firstPending =
                pending.isEmpty() ? Long.MAX_VALUE : pending.getFirst().sequence();
        List<String> rows = LongStream.rangeClosed(from, Math.min(to, firstPending - 1))
                .mapToObj(sequence -> id + ":" + sequence)
                .toList();
        history.find(in("_id", rows)).forEach(row -> found.add(OutboxEntry.read(row, id, source)));
        pending.stream()
                .filter(entry -> entry.sequence() >= from && entry.sequence() <= to)
                .forEach(found::add);
        return found.stream()
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .map(entry -> new Past(entry.event(), entry.memo()))
                .toList();
    }

    /** Ids of aggregates whose {@code nextDue} has come, the longest due first, at most {@code limit}. */
    public List<String> due(Instant now, int limit) {
        Document due = new Document("nextDue", new Document("$lte", Date.from(now)));
        return forward.isSettled() ? ids(due, "nextDue", limit) : List.of();
    }

    boolean isFoldedForward() {
        return forward.isSettled();
    }

    void touch(String id) {
        lanes.touch(id);
    }

    double oldestUnpublishedSeconds() {
        return relay.oldestSeconds(clock.instant());
    }

    /**
     * Takes up what a process that died left unpublished, or its take-outs undone. What this process is publishing is in
     * its relay already: reading it all again and again while the broker is away would leave no time for commands.
     */
    private void sweep() {
        try {
            Date before = Date.from(clock.instant().minus(LEFT_BEHIND));
            ids(new Document("pendingSince", new Document("$lte", before)), "pendingSince", 10_000).stream()
                    .filter(id -> !relay.isPublishing(id))
                    .forEach(this::touch);
        } catch (RuntimeException e) {
            log.warn("outbox sweep put off: {}", e.toString());
        }
    }

    private List<String> ids(Document query, String order, int limit) {
        List<String> ids = new ArrayList<>();
        documents
                .find(query)
                .projection(new Document("_id", 1))
                .sort(new Document(order, 1))
                .limit(limit)
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    private Optional<Image> load(String id) {
        return Optional.ofNullable(documents.find(new Document("_id", id)).first())
                .map(stored -> Image.read(id, stored, source));
    }

    private static Document state(Image image) {
        Document state = image.state;
        if (state == null) {
            throw new IllegalStateException("a stored aggregate has a state: " + image.id);
        }
        return state;
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        forward.close();
        lanes.close();
        relay.close();
    }
}
