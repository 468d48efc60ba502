package org.waymark.progress.dashboard.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Change;
import org.waymark.progress.dashboard.domain.Course;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.domain.Tally;

/**
 * What is counted, over the days. One dimension comes from the tallies; several at once, which nobody has counted
 * beforehand, from the cards where today is asked for, and else from the journal. All three come to the same.
 */
@Component
public class Totals {

    private static final String ALL_LEADS = "";

    private final ReadModels models;

    Totals(ReadModels models) {
        this.models = models;
    }

    /** @param today in UTC: what holds now by all that is known is quicker to find */
    public Map<String, Long> at(Filter filter, Point point, LocalDate today) {
        boolean isNow = point.asOf().equals(today) && point.knownAt().equals(today);
        return isNow && filter.counted().isEmpty()
                ? fromCards(filter, point)
                : at(filter, point.knownAt(), List.of(point)).getFirst();
    }

    /** At each of these points, which all look at the same partners or at some that they say, and know the same: nothing recorded after {@code knownAt}. */
    public List<Map<String, Long>> at(Filter filter, LocalDate knownAt, List<Point> points) {
        Set<String> leads = points.getFirst().leads();
        Map<String, Course> courses =
                leads == null ? Map.of(ALL_LEADS, course(filter, knownAt)) : byLead(filter.besides(leads), knownAt);
        return points.stream().map(point -> on(courses, point)).toList();
    }

    private static Map<String, Long> on(Map<String, Course> byLead, Point point) {
        Map<String, Long> totals = new HashMap<>();
        byLead.forEach((lead, course) -> {
            if (point.includes(lead)) {
                course.on(point.asOf()).forEach((measure, sum) -> totals.merge(measure, sum, Long::sum));
            }
        });
        return totals;
    }

    private Course course(Filter filter, LocalDate knownAt) {
        Optional<Tally.Key> counted = filter.counted();
        if (counted.isPresent()) {
            return models.serving().tallies.course(counted.get(), knownAt);
        }
        Course course = new Course();
        fromJournal(filter, knownAt).values().forEach(course::add);
        return course;
    }

    /** The courses of all keys of a dimension; nothing recorded after {@code knownAt} is in them. */
    public Map<String, Course> courses(String dimension, LocalDate knownAt) {
        return models.serving().tallies.courses(dimension, knownAt);
    }

    private Map<String, Course> byLead(Filter filter, LocalDate knownAt) {
        return filter.counted().filter(Tally.Key.ALLIANCE::equals).isPresent()
                ? courses("partner", knownAt)
                : fromJournal(filter, knownAt);
    }

    private Map<String, Long> fromCards(Filter filter, Point now) {
        ReadModel model = models.serving();
        Course course = new Course();
        model.cards.find(filter.ofCards(now.leads())).forEach(row -> {
            Card card = model.projection.read(row.get("view", Document.class));
            Change.since(card, now.asOf()).forEach(course::add);
        });
        return course.on(now.asOf());
    }

    /** By lead partner. */
    private Map<String, Course> fromJournal(Filter filter, LocalDate knownAt) {
        Map<String, Course> courses = new HashMap<>();
        models.serving().activity.all(filter.ofRows()).forEach(row -> {
            Course course = courses.computeIfAbsent(row.lead(), lead -> new Course());
            row.changes().stream()
                    .filter(change -> !change.recorded().isAfter(knownAt))
                    .forEach(course::add);
        });
        return courses;
    }
}
