package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.waymark.platform.Platform;
import org.waymark.platform.Projection.Step;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Tally;

/**
 * One document per topic partition, dimension, key, effective day and recorded day, with the net changes and the offset
 * it stands at. A step at or below that offset is in it already, so a batch that comes again changes nothing, however it
 * is cut. Each write is guarded by the version read; where another instance was faster, it is read again.
 */
@Repository
class MongoTallies {

    private static final int ATTEMPTS = 20;

    private final Platform platform;
    private final MongoCollection<Document> tallies;

    MongoTallies(Platform platform) {
        this.platform = platform;
        this.tallies = platform.guarded("dashboard_tallies");
        this.tallies.createIndex(Indexes.ascending("dimension", "key", "effective"));
    }

    /** A step's changes to one tally. */
    private record Change(long offset, Tally tally, int partition) {
        String id() {
            Tally.Key key = tally.key();
            return partition + "|" + key.dimension() + "|" + key.value() + "|" + tally.effective() + "|"
                    + tally.recorded();
        }
    }

    void write(List<Step<Card>> steps) {
        Map<String, List<Change>> open = new HashMap<>();
        for (Step<Card> step : steps) {
            for (Tally tally :
                    Tally.of(step.before(), step.after(), step.event().time())) {
                Change change = new Change(step.offset(), tally, step.partition());
                open.computeIfAbsent(change.id(), id -> new ArrayList<>()).add(change);
            }
        }
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("tallies keep changing under this batch");
            }
            open.keySet().retainAll(writeOnce(open));
        }
    }

    private Set<String> writeOnce(Map<String, List<Change>> open) {
        Map<String, Document> stored = new HashMap<>();
        tallies.find(new Document("_id", new Document("$in", List.copyOf(open.keySet()))))
                .forEach(found -> stored.put(found.getString("_id"), found));
        List<Document> writes = new ArrayList<>();
        open.forEach((id, changes) -> {
            Document next = next(id, stored.get(id), changes);
            if (next != null) {
                writes.add(next);
            }
        });
        return platform.replaceGuarded(tallies, writes);
    }

    private static @Nullable Document next(String id, @Nullable Document stored, List<Change> changes) {
        long standsAt = stored == null ? -1 : stored.getLong("offset");
        List<Change> fresh =
                changes.stream().filter(change -> change.offset() > standsAt).toList();
        if (fresh.isEmpty()) {
            return null;
        }
        Document sums = stored == null ? new Document() : Objects.requireNonNull(stored.get("n", Document.class));
        long offset = standsAt;
        for (Change change : fresh) {
            change.tally().changes().forEach((measure, by) -> sums.merge(measure, by, (a, b) -> (Long) a + (Long) b));
            offset = Math.max(offset, change.offset());
        }
        Tally tally = fresh.getFirst().tally();
        return new Document("_id", id)
                .append("v", stored == null ? 1L : stored.getLong("v") + 1)
                .append("dimension", tally.key().dimension())
                .append("key", tally.key().value())
                .append("effective", tally.effective().toString())
                .append("recorded", tally.recorded().toString())
                .append("offset", offset)
                .append("n", sums);
    }

    /** The total of a key as it was at the end of {@code asOf}, as far as it was known at the end of {@code knownAt}. */
    Map<String, Long> total(Tally.Key key, LocalDate asOf, LocalDate knownAt) {
        Map<String, Long> total = new HashMap<>();
        Document query = new Document("dimension", key.dimension())
                .append("key", key.value())
                .append("effective", new Document("$lte", asOf.toString()))
                .append("recorded", new Document("$lte", knownAt.toString()));
        tallies.find(query)
                .forEach(found -> found.get("n", new Document())
                        .forEach((measure, by) -> total.merge(measure, (Long) by, Long::sum)));
        return total;
    }
}
