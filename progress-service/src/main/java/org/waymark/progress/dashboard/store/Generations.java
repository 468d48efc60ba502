package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.store.Generation.State;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which generations of the read model there are, and in one document of its own which of them serves: whoever reads or
 * feeds the read model asks here first, so that a switch is one write.
 */
@Component
public class Generations {

    private static final String SERVING = "serving";
    private static final int ATTEMPTS = 20;

    /** @param barrier up to where a partition may be fed for now; null for as far as it goes */
    public record Serving(int generation, @Nullable Barrier barrier) {}

    /**
     * Holds partitions so that two generations come to stand at one and the same offset of them.
     *
     * @param at by partition, the first offset that is not to be read
     * @param until when it falls by itself, should whoever raised it have died
     */
    public record Barrier(Map<Integer, Long> at, Instant until) {

        public Barrier {
            at = Map.copyOf(at);
        }

        public boolean bars(int partition, long offset, Instant now) {
            return now.isBefore(until) && offset >= at.getOrDefault(partition, Long.MAX_VALUE);
        }
    }

    private final MongoDatabase database;
    private final MongoCollection<Document> documents;
    private final Platform platform;
    private final JsonMapper json;
    private final Clock clock;

    Generations(MongoDatabase database, Platform platform, JsonMapper json, Clock clock) {
        this.database = database;
        this.platform = platform;
        this.json = json;
        this.clock = clock;
        this.documents = platform.guarded("dashboard_generations");
        begin();
    }

    /** A store from before there were generations has one without a number. */
    private void begin() {
        if (stored(SERVING).isEmpty()) {
            boolean isEarlier = database.getCollection("dashboard").find().first() != null;
            int first = isEarlier ? 0 : 1;
            int shape = isEarlier ? DashboardProjection.SHAPE - 1 : DashboardProjection.SHAPE;
            put(new Generation(first, shape, State.SERVING, null, null), 0);
            put(SERVING, new Serving(first, null), 0);
        }
    }

    public Serving serving() {
        return json.readValue(required(SERVING).getString("json"), Serving.class);
    }

    public void serve(int generation) {
        change(SERVING, Serving.class, now -> new Serving(generation, null));
    }

    public void raise(Barrier barrier) {
        change(SERVING, Serving.class, now -> new Serving(now.generation(), barrier));
    }

    public void lift() {
        change(SERVING, Serving.class, now -> new Serving(now.generation(), null));
    }

    public Generation get(int number) {
        return read(required(id(number)));
    }

    public Optional<Generation> find(int number) {
        return stored(id(number)).map(this::read);
    }

    /** The newest first. */
    public List<Generation> all() {
        return documents
                .find(new Document("_id", new Document("$ne", SERVING)))
                .map(this::read)
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparingInt(Generation::number).reversed())
                .toList();
    }

    /**
     * A new generation to be made; the one that is being made already where there is one.
     */
    public Generation create() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Generation> all = all();
            Optional<Generation> underWay =
                    all.stream().filter(one -> one.state() == State.BUILDING).findFirst();
            if (underWay.isPresent()) {
                return underWay.get();
            }
            int number = all.getFirst().number() + 1;
            Generation made = new Generation(
                    number, DashboardProjection.SHAPE, State.BUILDING, null, Generation.Rebuild.begun(clock.instant()));
            if (put(made, 0)) {
                return made;
            }
        }
        throw new IllegalStateException("generations keep being made under this");
    }

    /** As it is after the change, which may be asked for again with a newer one. */
    public Generation change(int number, UnaryOperator<Generation> change) {
        return change(id(number), Generation.class, change);
    }

    /** Removes what it was made of, and it. */
    void remove(Generation generation) {
        collections(generation).forEach(name -> database.getCollection(name).drop());
        documents.deleteOne(new Document("_id", id(generation.number())));
    }

    private static Stream<String> collections(Generation generation) {
        String cards = generation.collection();
        return Stream.of("", "_held", "_positions", "_tallies", "_updates", "_activity")
                .map(part -> cards + part);
    }

    private <T> T change(String id, Class<T> type, UnaryOperator<T> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document stored = required(id);
            T next = change.apply(json.readValue(stored.getString("json"), type));
            if (put(id, next, stored.getLong("v"))) {
                return next;
            }
        }
        throw new IllegalStateException(id + " keeps changing under this");
    }

    private boolean put(Generation generation, long version) {
        return put(id(generation.number()), generation, version);
    }

    private boolean put(String id, Object content, long version) {
        Document written = new Document("_id", id)
                .append("v", version + 1)
                .append("at", Date.from(clock.instant()))
                .append("json", json.writeValueAsString(content));
        Set<String> lost = platform.replaceGuarded(documents, List.of(written));
        return lost.isEmpty();
    }

    private Generation read(Document stored) {
        return json.readValue(stored.getString("json"), Generation.class);
    }

    private Document required(String id) {
        return stored(id).orElseThrow(() -> new IllegalStateException("there is no " + id));
    }

    private Optional<Document> stored(String id) {
        return Optional.ofNullable(documents.find(new Document("_id", id)).first());
    }

    private static String id(int number) {
        return "generation " + number;
    }
}
