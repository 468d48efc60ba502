package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCursor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Happened;
import org.waymark.progress.dashboard.domain.Measures;
import org.waymark.progress.dashboard.domain.Point;

/** The events that figures are made of. */
@Component
public class Journal {

    private final ReadModels models;

    Journal(ReadModels models) {
        this.models = models;
    }

    /**
     * The newest first. Of a measure only what may have a share in the difference; whether it has, its changes say.
     *
     * @param measure as it is stored; null for whatever happened and was known at the later point
     * @param after the last one of the page before
     */
    public List<Happened> newestFirst(
            Filter filter, @Nullable String measure, Difference difference, @Nullable Place after, int limit) {
        return models.serving().activity.newestFirst(query(filter, measure, difference), after, limit);
    }

    private static Document query(Filter filter, @Nullable String measure, Difference difference) {
        Point to = difference.to();
        Point from = difference.from() == null ? to : difference.from();
        Document time = new Document("$lt", endOf(later(from.knownAt(), to.knownAt())));
        Document query = filter.besides(to.leads()).ofRows().append("time", time);
        boolean knewLess = !from.knownAt().equals(to.knownAt());
        if (difference.isOfKnowledge() || (measure == null && knewLess)) {
            time.append("$gte", endOf(earlier(from.knownAt(), to.knownAt())));
        }
        if (measure != null) {
            query.append("measures", measure);
            if (difference.isOfDays()) {
                query.append(
                        "days",
                        new Document("$gt", earlier(from.asOf(), to.asOf()).toString()));
            }
        }
        return leads(query, from, to);
    }

    private static Document leads(Document query, Point from, Point to) {
        if (from.leads() != null && to.leads() != null) {
            Set<String> leads = new HashSet<>(from.leads());
            leads.addAll(to.leads());
            query.append("lead", new Document("$in", List.copyOf(leads)));
        }
        return query;
    }

    /**
     * The update by which each organization first reported, as far as that is seen from there.
     *
     * @param organizations how many there are: no more is read than it takes to find them
     * @param survivors by each id of a partner that was merged, the id of the one that stands for it
     */
    public Map<String, Happened> firstReports(
            Filter filter, Point point, long organizations, Map<String, String> survivors) {
        Map<String, Happened> first = new HashMap<>();
        Document time = new Document("$lt", endOf(point.lastJudged()));
        Document query = filter.besides(point.leads())
                .ofRows()
                .append("measures", Measures.UPDATES)
                .append("time", time);
        try (MongoCursor<Happened> events = models.serving().activity.oldestFirst(leads(query, point, point))) {
            while (first.size() < organizations && events.hasNext()) {
                Happened event = events.next();
                event.reporters().stream()
                        .filter(reporter -> point.includes(event.lead()))
                        .map(reporter -> survivors.getOrDefault(reporter, reporter))
                        .forEach(reporter -> first.putIfAbsent(reporter, event));
            }
        }
        return first;
    }

    private static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
