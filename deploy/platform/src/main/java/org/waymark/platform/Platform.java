package org.waymark.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.kafka.core.KafkaTemplate;
import org.waymark.platform.AggregateStore.Refold;

/** Makes a service's aggregate stores and feeds, wired to its database, its broker and its metrics. */
public final class Platform implements AutoCloseable {

    private final String service;
    private final MongoDatabase database;
    private final Supplier<KafkaTemplate<byte[], byte[]>> producers;
    private final Function<String, TopicReader> readers;
    private final DeadLetters deadLetters;
    private final CircuitBreaker store;
    private final PlatformProperties properties;
    private final MeterRegistry meters;
    private final Clock clock;
    private final List<Supplier<Feed<?>>> feeds = new CopyOnWriteArrayList<>();
    private final List<AggregateStore> stores = new CopyOnWriteArrayList<>();

    Platform(
            String service,
            MongoDatabase database,
            Supplier<KafkaTemplate<byte[], byte[]>> producers,
            Function<String, TopicReader> readers,
            DeadLetters deadLetters,
            CircuitBreaker store,
            PlatformProperties properties,
            MeterRegistry meters,
            Clock clock) {
        this.service = service;
        this.database = database;
        this.producers = producers;
        this.readers = readers;
        this.deadLetters = deadLetters;
        this.store = store;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder(
                        "waymark.dead.letters",
                        deadLetters,
                        letters -> letters.sent().get())
                .description("Records this process sent to the dead letters")
                .register(meters);
    }

    /** The aggregates of {@code collection}, whose events go to {@code topic}, and from there back where a store is old. */
    public AggregateStore aggregates(String collection, String topic, Refold refold) {
        MongoCollection<Document> documents = collection(collection);
        documents.createIndex(Indexes.ascending("nextDue"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        MongoCollection<Document> history = database.getCollection(collection + "_history");
        MongoCollection<Document> marks = database.getCollection(collection + "_topic");
        String source = "/" + service;
        AggregateStore made = new AggregateStore(
                documents,
                history,
                source,
                clock,
                properties.commitShards(),
                properties.outboxCap().toBytes(),
                properties.outboxSweep(),
                new FoldForward(
                        new TopicFold(readers.apply(topic), documents, history, marks, source, refold),
                        properties.restored()),
                aggregates -> new Relay(topic, producers.get(), aggregates::touch));
        stores.add(made);
        Gauge.builder("waymark.outbox.oldest", made, AggregateStore::oldestUnpublishedSeconds)
                .description("Age of the oldest event that Kafka has not acknowledged")
                .baseUnit("seconds")
                .tag("topic", topic)
                .tag("collection", collection)
                .register(meters);
        return made;
    }

    /**
     * A feed of {@code topic} that keeps its views in the collection {@code name}. It must be a bean of the same name,
     * bound as the function {@code <name>-in-0}.
     */
    public <V> Feed<V> feed(String name, String topic, Projection<V> projection) {
        Feed<V> made = feed(name, name, topic, projection);
        serve(name, () -> made);
        return made;
    }

    /** What a feed of this name folds, of events of this type, asks about tokens. */
    public Revocations revocations(String feed, String type) {
        return new Revocations(type, database.getCollection(feed));
    }

    /** A feed that keeps its views in another collection than others of its name; which one reads, {@link #serve} says. */
    public <V> Feed<V> feed(String name, String collection, String topic, Projection<V> projection) {
        collection(collection).createIndex(Indexes.ascending("heldSince"), new IndexOptions().sparse(true));
        database.getCollection(collection + "_held").createIndex(Indexes.ascending("subject"));
        Feed<V> made = new Feed<>(name, collection, topic, projection, database, deadLetters, store);
        return made;
    }

    /** What is bound as {@code <name>-in-0} reads from the positions of this feed, whichever it is at the time. */
    public void serve(String name, Supplier<Feed<?>> feed) {
        feeds.add(feed);
        Gauge.builder("waymark.feed.held", feed, one -> one.get().heldSubjects())
                .description("Aggregates held: a sequence is missing or not understood")
                .tag("feed", name)
                .register(meters);
    }

    /** A collection whose documents are replaced by {@link #replaceGuarded}. */
    public MongoCollection<Document> guarded(String name) {
        return collection(name);
    }

    /**
     * Replaces whole documents, each guarded by the version before its own {@code v}; {@code v} 1 creates it.
     *
     * @return the ids of those that had another version: read them again and decide anew
     * @throws com.mongodb.MongoException when the outcome is unknown
     */
    public Set<String> replaceGuarded(MongoCollection<Document> collection, List<Document> documents) {
        return GuardedBulk.replace(collection, documents);
    }

    /** Writes rows that are the same whoever writes them, and however often. */
    public void put(MongoCollection<Document> collection, List<Document> rows) {
        GuardedBulk.put(collection, rows);
    }

    /** The embedded store finds a document by two keys only through a unique index on exactly these. */
    private MongoCollection<Document> collection(String name) {
        MongoCollection<Document> made = database.getCollection(name);
        if (properties.embeddedStore()) {
            made.createIndex(Indexes.ascending("_id", "v"), new IndexOptions().unique(true));
        }
        return made;
    }

    /** Whether the store is an old one that its topic has not been folded into yet. */
    boolean isBehind() {
        return properties.restored() && !stores.stream().allMatch(AggregateStore::isFoldedForward);
    }

    List<Feed<?>> feeds() {
        List<Feed<?>> serving = new ArrayList<>();
        feeds.forEach(feed -> serving.add(feed.get()));
        return serving;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        stores.forEach(AggregateStore::close);
    }
}
