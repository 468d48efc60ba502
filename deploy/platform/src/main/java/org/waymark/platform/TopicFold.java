package org.waymark.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.platform.AggregateStore.Refold;
import org.waymark.platform.AggregateStore.Refolded;
import org.waymark.platform.TopicReader.Ends;

/**
 * Folds into aggregates the events that their topic holds and they do not. What they know is passed over; a known
 * sequence under another id is a fork. May be repeated, also after it was broken off, and by several at once.
 *
 * @param marks holds the place in the topic below which nothing is to be folded
 */
record TopicFold(
        TopicReader topic,
        MongoCollection<Document> documents,
        MongoCollection<Document> history,
        MongoCollection<Document> marks,
        String source,
        Refold refold) {

    private static final Logger log = LoggerFactory.getLogger(TopicFold.class);
    private static final String MARK = "mark";

    /** In the place of an id, where commands on all aggregates are to be refused. */
    static final String ALL = "";

    /** @param refused takes the ids of aggregates that cannot be brought up to the topic */
    void compare(Ends ends, boolean restored, Set<String> refused) {
        Document mark = marks.find(new Document("_id", MARK)).first();
        List<Long> marked = mark == null ? List.of() : mark.getList("next", Long.class);
        boolean same = mark != null
                && ends.id().equals(mark.getString("topic"))
                && marked.size() == ends.next().size();
        if (mark != null && !same) {
            log.warn(
                    "{} is not the topic that was written to before: {}",
                    topic.topic(),
                    restored ? "it is read from its start" : "nothing of it is folded forward");
        }
        if (same || restored) {
            List<Long> from = same ? marked : Collections.nCopies(ends.next().size(), 0L);
            topic.read(from, ends.next(), records -> fold(records, refused));
        }
    }

    void mark(Ends ends) {
        GuardedBulk.put(
                marks,
                List.of(new Document("_id", MARK).append("topic", ends.id()).append("next", ends.next())));
    }

    private void fold(ConsumerRecords<byte[], byte[]> records, Set<String> refused) {
        Map<String, List<Event>> open = new LinkedHashMap<>();
        records.forEach(record -> {
            try {
                Event event = Event.read(record.headers(), record.value());
                if (refold.concerns(event.type())) {
                    open.computeIfAbsent(event.subject(), id -> new ArrayList<>())
                            .add(event);
                }
            } catch (IllegalArgumentException e) {
                log.debug("no event: {}", record, e); // The feeds see to it.
            }
        });
        while (!open.isEmpty()) {
            open.keySet().retainAll(foldOnce(open, refused));
        }
    }

    /** Returns the ids of those that have changed meanwhile. */
    private Set<String> foldOnce(Map<String, List<Event>> byId, Set<String> refused) {
        Map<String, Document> stored = find(documents, byId.keySet());
        Map<String, Document> rows = find(
                history,
                byId.values().stream().flatMap(List::stream).map(TopicFold::row).toList());
        List<Document> images = new ArrayList<>();
        List<Document> past = new ArrayList<>();
        byId.forEach((id, events) -> {
            Image image = Image.read(id, stored.get(id), source);
            for (Event event : events) {
                String problem = fold(image, event, rows.get(row(event)), past);
                if (problem != null && refused.add(event.sequence() > image.sequence ? id : ALL)) {
                    log.error("commands are refused: sequence {} of {} {}", event.sequence(), id, problem);
                }
            }
            if (image.changed()) {
                images.add(image.write());
            }
        });
        GuardedBulk.put(history, past);
        Set<String> lost = GuardedBulk.replace(documents, images);
        if (images.size() > lost.size()) {
            log.warn("{} aggregates folded forward from {}", images.size() - lost.size(), topic.topic());
        }
        return lost;
    }

    /** Returns what is wrong with it; null where nothing is. */
    private @Nullable String fold(Image image, Event event, @Nullable Document row, List<Document> past) {
        if (event.sequence() <= image.sequence) {
            return fork(image, event, row);
        }
        if (event.sequence() > image.sequence + 1) {
            return "follows on " + image.sequence;
        }
        try {
            Refolded next = refold.apply(image.state, event);
            image.created = image.exists() ? image.created : next.created();
            image.state = next.state();
            image.append(OutboxEntry.of(event, next.memo()));
            image.schedule(next.nextDue());
            // It is on the topic, so all before it are.
            image.takeOut(image.sequence).forEach(entry -> past.add(GroupCommit.row(image.id, entry)));
            return null;
        } catch (RuntimeException e) {
            return "cannot be folded: " + e;
        }
    }

    private static @Nullable String fork(Image image, Event event, @Nullable Document row) {
        String known = image.outbox.stream()
                .filter(entry -> entry.sequence() == event.sequence())
                .map(entry -> entry.event().id())
                .findFirst()
                .orElse(row == null ? event.id() : row.getString("id"));
        return known.equals(event.id())
                ? null
                : "is a fork: event " + known + " in the store, " + event.id() + " on the topic";
    }

    private static String row(Event event) {
        return event.subject() + ":" + event.sequence();
    }

    private static Map<String, Document> find(MongoCollection<Document> collection, Iterable<String> ids) {
        Map<String, Document> found = new HashMap<>();
        collection.find(Filters.in("_id", ids)).forEach(one -> found.put(one.getString("_id"), one));
        return found;
    }
}
