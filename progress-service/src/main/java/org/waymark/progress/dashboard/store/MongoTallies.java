package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.domain.Change;
import org.waymark.progress.dashboard.domain.Course;
import org.waymark.progress.dashboard.domain.Tally;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One document per topic partition, dimension, key, recorded day and year of the effective days, with the net changes by
 * effective day (in one piece, as JSON) and the offset it stands at (deploy/decisions/0005). A step at or below that offset is in it already, so a
 * batch that comes again changes nothing, however it is cut. Each write is guarded by the version read; where another
 * instance was faster, it is read again.
 */
final class MongoTallies {

    private static final int ATTEMPTS = 20;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<LocalDate, Map<String, Long>>> DAYS = new TypeReference<>() {};

    private final Platform platform;
    private final MongoCollection<Document> tallies;

    MongoTallies(Platform platform, String collection) {
        this.platform = platform;
        this.tallies = platform.guarded(collection);
        this.tallies.createIndex(Indexes.ascending("dimension", "key", "recorded"));
        this.tallies.createIndex(Indexes.ascending("partition"));
    }

    MongoCollection<Document> documents() {
        return tallies;
    }

    /** Where changes are counted. */
    private record Place(int partition, Tally.Key key, LocalDate recorded, int year) {

        String id() {
            return partition + "|" + key.dimension() + "|" + key.value() + "|" + recorded + "|" + year;
        }
    }

    /** A change with the offset of the step that made it. */
    private record At(long offset, Change change) {}

    void write(List<Counted> steps) {
        Map<Place, List<At>> open = new HashMap<>();
        for (Counted step : steps) {
            List<Tally.Key> keys = Tally.Key.of(step.after());
            for (Change change : step.changes()) {
                At at = new At(step.offset(), change);
                for (Tally.Key key : keys) {
                    Place place = new Place(
                            step.partition(),
                            key,
                            change.recorded(),
                            change.effective().getYear());
                    open.computeIfAbsent(place, added -> new ArrayList<>()).add(at);
                }
            }
        }
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("tallies keep changing under this batch");
            }
            Set<String> lost = writeOnce(open);
            open.keySet().removeIf(place -> !lost.contains(place.id()));
        }
    }

    private Set<String> writeOnce(Map<Place, List<At>> open) {
        Map<String, Document> stored = new HashMap<>();
        List<String> ids = open.keySet().stream().map(Place::id).toList();
        tallies.find(new Document("_id", new Document("$in", ids)))
                .forEach(found -> stored.put(found.getString("_id"), found));
        List<Document> writes = new ArrayList<>();
        open.forEach((place, changes) -> {
            Document next = next(place, stored.get(place.id()), changes);
            if (next != null) {
                writes.add(next);
            }
        });
        return platform.replaceGuarded(tallies, writes);
    }

    private static @Nullable Document next(Place place, @Nullable Document stored, List<At> changes) {
        long standsAt = stored == null ? -1 : stored.getLong("offset");
        Map<LocalDate, Map<String, Long>> days = stored == null ? new TreeMap<>() : days(stored);
        long offset = standsAt;
        for (At at : changes) {
            if (at.offset() > standsAt) {
                add(days, at.change());
                offset = Math.max(offset, at.offset());
            }
        }
        return offset == standsAt
                ? null
                : new Document("_id", place.id())
                        .append("v", stored == null ? 1L : stored.getLong("v") + 1)
                        .append("partition", place.partition())
                        .append("dimension", place.key().dimension())
                        .append("key", place.key().value())
                        .append("recorded", place.recorded().toString())
                        .append("year", place.year())
                        .append("offset", offset)
                        .append("days", JSON.writeValueAsString(days));
    }

    private static void add(Map<LocalDate, Map<String, Long>> days, Change change) {
        Map<String, Long> sums = days.computeIfAbsent(change.effective(), day -> new TreeMap<>());
        change.by().forEach((measure, by) -> sums.merge(measure, by, Long::sum));
    }

    /** Net changes by effective day. */
    static Map<LocalDate, Map<String, Long>> days(Document stored) {
        return JSON.readValue(stored.getString("days"), DAYS);
    }

    /** What a key came to, day by day, as far as it was known at the end of {@code knownAt}. */
    Course course(Tally.Key key, LocalDate knownAt) {
        Course course = new Course();
        tallies.find(until(knownAt).append("dimension", key.dimension()).append("key", key.value()))
                .forEach(found -> add(course, found));
        return course;
    }

    /** The same for every key of a dimension. */
    Map<String, Course> courses(String dimension, LocalDate knownAt) {
        Map<String, Course> courses = new HashMap<>();
        tallies.find(until(knownAt).append("dimension", dimension))
                .forEach(found -> add(courses.computeIfAbsent(found.getString("key"), key -> new Course()), found));
        return courses;
    }

    private static Document until(LocalDate knownAt) {
        return new Document("recorded", new Document("$lte", knownAt.toString()));
    }

    private static void add(Course course, Document found) {
        if (found.containsKey("effective")) {
            EarlierTallies.add(course, found);
            return;
        }
        days(found).forEach((day, sums) -> sums.forEach((measure, by) -> course.add(day, measure, by)));
    }
}
