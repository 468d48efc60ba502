package org.waymark.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A batch consumer of one topic that folds events into views, idempotent by (aggregate, sequence). Order of a batch:
 * held records are stored, then what the projection wants stored first, then the views (guarded), then the position,
 * and only then does the offset move. A record without a readable envelope goes to the dead letters, one that says what
 * cannot be stored is held. Anything else that fails is thrown, which pauses consumption and tries the batch again until it
 * succeeds.
 *
 * <p>The position to read from is kept with the views, not taken from the broker: drop the feed's collections and it
 * reads the topic from the start.
 */
public final class Feed<V> implements Consumer<Message<List<byte[]>>> {

    private static final int ATTEMPTS = 20;

    private final String name;
    private final String topic;
    private final Projection<V> projection;
    private final MongoCollection<Document> views;
    private final MongoCollection<Document> held;
    private final MongoCollection<Document> positions;
    private final DeadLetters deadLetters;
    private final CircuitBreaker store;

    Feed(
            String name,
            String collection,
            String topic,
            Projection<V> projection,
            MongoDatabase database,
            DeadLetters deadLetters,
            CircuitBreaker store) {
        this.name = name;
        this.topic = topic;
        this.projection = projection;
        this.views = database.getCollection(collection);
        this.held = database.getCollection(collection + "_held");
        this.positions = database.getCollection(collection + "_positions");
        this.deadLetters = deadLetters;
        this.store = store;
    }

    /** The batch as the binder hands it over. */
    @Override
    public void accept(Message<List<byte[]>> batch) {
        consume(records(batch));
    }

    /** The raw records of a batch, which travel in a header ({@link Platform} sees to that). */
    public static List<ConsumerRecord<?, ?>> records(Message<?> batch) {
        List<?> raw = batch.getHeaders().get(KafkaHeaders.RAW_DATA, List.class);
        if (raw == null) {
            throw new IllegalStateException("a feed's binding lacks the platform's batch converter");
        }
        List<ConsumerRecord<?, ?>> records = new ArrayList<>(raw.size());
        raw.forEach(one -> records.add((ConsumerRecord<?, ?>) one));
        return records;
    }

    /** Records of this feed's topic, in the order of their partitions; returns once all they lead to is stored. */
    public void consume(List<ConsumerRecord<?, ?>> records) {
        store.executeRunnable(() -> fold(records, deadLetters));
    }

    /** The same for what has been read before, into other collections: what is no event is a dead letter already. */
    public void replay(List<ConsumerRecord<?, ?>> records) {
        store.executeRunnable(() -> fold(records, null));
    }

    private void fold(List<ConsumerRecord<?, ?>> records, @Nullable DeadLetters refused) {
        Map<String, List<FeedView.Arrival>> bySubject = new LinkedHashMap<>();
        Map<ConsumerRecord<?, ?>, Exception> poison = new LinkedHashMap<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<?, ?> record : records) {
            next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
            try {
                Event event = Event.read(record.headers(), (byte[]) record.value());
                boolean redriven = Event.text(record.headers(), Event.REDRIVEN) != null;
                bySubject
                        .computeIfAbsent(event.subject(), subject -> new ArrayList<>())
                        .add(new FeedView.Arrival(event, record.partition(), record.offset(), redriven));
            } catch (IllegalArgumentException e) {
                poison.put(record, e);
            }
        }
        apply(bySubject, refused);
        if (refused != null) {
            poison.forEach(refused::send);
        }
        GuardedBulk.put(positions, next.entrySet().stream().map(Feed::position).toList());
    }

    private void apply(Map<String, List<FeedView.Arrival>> bySubject, @Nullable DeadLetters refused) {
        Map<String, List<FeedView.Arrival>> open = bySubject;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("views of feed " + name + " keep changing under it");
            }
            Set<String> lost = applyOnce(open, refused);
            open = new LinkedHashMap<>(open);
            open.keySet().retainAll(lost);
        }
    }

    /**
     * Returns the subjects whose view had changed meanwhile: they are folded again from the newer one. Where what an event
     * says cannot be stored, one event after the other is applied, in the order of their offsets, and that one is held.
     */
    private Set<String> applyOnce(Map<String, List<FeedView.Arrival>> bySubject, @Nullable DeadLetters refused) {
        try {
            return store(folded(bySubject), refused);
        } catch (RuntimeException e) {
            if (!Unstorable.is(e)) {
                throw e;
            }
            List<FeedView.Arrival> arrivals = bySubject.values().stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(FeedView.Arrival::partition).thenComparing(FeedView.Arrival::offset))
                    .toList();
            if (arrivals.size() == 1) {
                return hold(arrivals.getFirst(), "What it says cannot be stored: " + e.getMessage(), refused);
            }
            arrivals.forEach(one -> apply(Map.of(one.event().subject(), List.of(one)), refused));
            return Set.of();
        }
    }

    private Set<String> hold(FeedView.Arrival arrival, String reason, @Nullable DeadLetters refused) {
        FeedView<V> view = folded(Map.of(arrival.event().subject(), List.of())).getFirst();
        view.hold(arrival, reason);
        return store(List.of(view), refused);
    }

    private List<FeedView<V>> folded(Map<String, List<FeedView.Arrival>> bySubject) {
        List<FeedView<V>> folded = new ArrayList<>();
        Map<String, Document> stored = load(bySubject.keySet());
        bySubject.forEach((subject, arrivals) -> {
            Document view = stored.get(subject);
            boolean isHeld = view != null && view.containsKey("heldSince");
            FeedView<V> next = new FeedView<>(subject, view, isHeld ? heldOf(subject) : List.of(), projection);
            arrivals.forEach(next::accept);
            folded.add(next);
        });
        return folded;
    }

    private Set<String> store(List<FeedView<V>> folded, @Nullable DeadLetters refused) {
        List<FeedView<V>> changed = folded.stream().filter(FeedView::changed).toList();
        List<Document> next = changed.stream().map(FeedView::write).toList();
        GuardedBulk.put(
                held,
                flatten(folded, view -> view.toHold).stream()
                        .map(HeldRecord::write)
                        .toList());
        List<Projection.Step<V>> steps = new ArrayList<>();
        changed.forEach(view -> steps.addAll(view.steps));
        if (!steps.isEmpty()) {
            projection.beforeViews(steps);
        }
        List<HeldRecord> rejected = flatten(folded, view -> view.rejected);
        if (refused != null) {
            rejected.forEach(row ->
                    refused.send(topic, row, "Sequence " + row.event().sequence() + " was redriven as another event."));
        }
        Set<String> lost = GuardedBulk.replace(views, next);
        List<HeldRecord> done = flatten(folded, view -> lost.contains(view.subject) ? List.of() : view.released);
        done.addAll(rejected);
        forget(done);
        return lost;
    }

    private static <V> List<HeldRecord> flatten(List<FeedView<V>> views, Function<FeedView<V>, List<HeldRecord>> of) {
        List<HeldRecord> all = new ArrayList<>();
        views.forEach(view -> all.addAll(of.apply(view)));
        return all;
    }

    private Map<String, Document> load(Collection<String> subjects) {
        Map<String, Document> found = new HashMap<>();
        views.find(new Document("_id", new Document("$in", List.copyOf(subjects))))
                .forEach(view -> found.put(view.getString("_id"), view));
        return found;
    }

    private List<HeldRecord> heldOf(String subject) {
        return held.find(new Document("subject", subject)).map(HeldRecord::read).into(new ArrayList<>());
    }

    List<HeldRecord> held(int limit) {
        return held.find()
                .sort(new Document("since", 1))
                .limit(limit)
                .map(HeldRecord::read)
                .into(new ArrayList<>());
    }

    private void forget(List<HeldRecord> rows) {
        if (!rows.isEmpty()) {
            List<String> ids = rows.stream().map(HeldRecord::id).toList();
            held.deleteMany(new Document("_id", new Document("$in", ids)));
        }
    }

    /**
     * Asks for the next held event to be put on the topic again, where this version understands it: it then takes its
     * place, events that claim the same sequence go to the dead letters, and those behind it follow.
     *
     * @return false where there is none
     */
    boolean redrive(String subject) {
        Document view = views.find(new Document("_id", subject)).first();
        long sequence = view == null ? 0 : view.getLong("sequence");
        Optional<HeldRecord> next = heldOf(subject).stream()
                .filter(row -> row.event().sequence() == sequence + 1)
                .filter(row -> projection.understands(row.event().type())
                        || projection.ignores(row.event().type()))
                .findFirst();
        next.ifPresent(row -> deadLetters.ask(topic, row));
        return next.isPresent();
    }

    /**
     * Gives a held record up: it goes to the dead letters, and the aggregate is whole again if it was the last.
     *
     * @return false where there is no such record
     */
    boolean discard(String id, String reason) {
        Optional<HeldRecord> found =
                Optional.ofNullable(held.find(new Document("_id", id)).first()).map(HeldRecord::read);
        found.ifPresent(row -> {
            deadLetters.send(topic, row, reason);
            forget(List.of(row));
            unmark(row.event().subject());
        });
        return found.isPresent();
    }

    /** Guarded by the version read before looking for held rows: whoever holds a record meanwhile wins. */
    private void unmark(String subject) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document view = views.find(new Document("_id", subject)).first();
            if (view == null
                    || !view.containsKey("heldSince")
                    || !heldOf(subject).isEmpty()) {
                return;
            }
            Document whole = new Document(view).append("v", view.getLong("v") + 1);
            whole.remove("heldSince");
            if (GuardedBulk.replace(views, List.of(whole)).isEmpty()) {
                return;
            }
        }
    }

    /**
     * The next offset to read, per partition: the views stored hold everything before it. Nothing where the views are
     * gone, so that they are made again from the start.
     */
    public Map<Integer, Long> positions() {
        Map<Integer, Long> found = new HashMap<>();
        if (views.find().limit(1).first() != null) {
            positions.find().forEach(row -> found.put(row.getInteger("partition"), row.getLong("next")));
        }
        return found;
    }

    /** Counted when somebody asks: with every batch, a feed that holds much back would hardly do anything else. */
    long heldSubjects() {
        return views.countDocuments(new Document("heldSince", new Document("$exists", true)));
    }

    String topic() {
        return topic;
    }

    String name() {
        return name;
    }

    private static Document position(Map.Entry<TopicPartition, Long> next) {
        return new Document("_id", next.getKey().toString())
                .append("partition", next.getKey().partition())
                .append("next", next.getValue());
    }
}
