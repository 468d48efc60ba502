package org.waymark.progress.dashboard.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Change;
import org.waymark.progress.dashboard.domain.Course;
import org.waymark.progress.dashboard.domain.Tally;

/**
 * What is counted, over the days. One dimension comes from the tallies; several at once, which nobody has counted
 * beforehand, from the cards where today is asked for, and else from the journal. All three come to the same.
 */
@Component
public class Totals {

    private final ReadModels models;

    Totals(ReadModels models) {
        this.models = models;
    }

    /** Nothing recorded after {@code knownAt} is in it. */
    public Course course(Filter filter, LocalDate knownAt) {
        List<Tally.Key> keys = filter.keys();
        return keys.size() > 1
                ? fromJournal(filter, knownAt)
                : models.serving().tallies.course(keys.isEmpty() ? Tally.Key.ALLIANCE : keys.getFirst(), knownAt);
    }

    /** The totals of {@code today}, as known today. */
    public Map<String, Long> now(Filter filter, LocalDate today) {
        return filter.keys().size() > 1
                ? fromCards(filter, today)
                : course(filter, today).on(today);
    }

    /** The courses of all keys of a dimension. */
    public Map<String, Course> courses(String dimension, LocalDate knownAt) {
        return models.serving().tallies.courses(dimension, knownAt);
    }

    private Map<String, Long> fromCards(Filter filter, LocalDate today) {
        ReadModel model = models.serving();
        Course course = new Course();
        model.cards.find(filter.ofCards()).forEach(row -> {
            Card card = model.projection.read(row.get("view", Document.class));
            Change.since(card, today).forEach(course::add);
        });
        return course.on(today);
    }

    private Course fromJournal(Filter filter, LocalDate knownAt) {
        Course course = new Course();
        models.serving()
                .activity
                .all(filter.ofRows())
                .forEach(row -> row.changes().stream()
                        .filter(change -> !change.recorded().isAfter(knownAt))
                        .forEach(course::add));
        return course;
    }
}
