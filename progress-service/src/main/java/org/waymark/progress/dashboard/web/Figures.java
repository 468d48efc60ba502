package org.waymark.progress.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.dashboard.store.Totals;

/** Figures as they are asked for: from which point, and where nothing is said, from today. */
@Service
class Figures {

    private final Totals totals;
    private final Leads partners;
    private final Clock clock;

    Figures(Totals totals, Leads partners, Clock clock) {
        this.totals = totals;
        this.partners = partners;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Point point(Filter filter, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        LocalDate today = today();
        LocalDate day = asOf == null ? today : asOf;
        LocalDate known = knownAt == null ? today : knownAt;
        return new Point(day, known, partners.of(filter, day, known));
    }

    /** Where only one of the days since when is given, the other is the same at both points. */
    Difference difference(Filter filter, Asked.Days days) {
        Point to = point(filter, days.asOf(), days.knownAt());
        LocalDate asOf = days.sinceAsOf();
        LocalDate knownAt = days.sinceKnownAt();
        if (asOf == null && knownAt == null) {
            return new Difference(null, to);
        }
        return new Difference(
                point(filter, asOf == null ? to.asOf() : asOf, knownAt == null ? to.knownAt() : knownAt), to);
    }

    /** Organizations that are one have reported as one. */
    Map<String, Long> totals(Filter filter, Point point) {
        return Figure.ofSurvivors(totals.at(filter, point, today()), partners.survivors(point.knownAt()));
    }

    List<Map<String, Long>> totals(Filter filter, LocalDate knownAt, List<Point> points) {
        Map<String, String> survivors = partners.survivors(knownAt);
        return totals.at(filter, knownAt, points).stream()
                .map(one -> Figure.ofSurvivors(one, survivors))
                .toList();
    }

    /**
     * The totals of every key of a dimension; those of types of partners are the sums of their partners' on that day, and
     * partners that are one are added up.
     */
    Map<String, Map<String, Long>> byKey(String dimension, Point point) {
        boolean byType = dimension.equals("partnerType");
        Map<String, String> types = byType ? partners.typesOn(point.asOf(), point.knownAt()) : Map.of();
        boolean byPartner = dimension.equals("partner");
        Map<String, String> survivors = partners.survivors(point.knownAt());
        Map<String, Map<String, Long>> found = new HashMap<>();
        totals.courses(byType ? "partner" : dimension, point.knownAt()).forEach((key, course) -> {
            String of = byType ? types.get(key) : byPartner ? survivors.getOrDefault(key, key) : key;
            if (of != null) {
                Map<String, Long> sums = found.computeIfAbsent(of, added -> new HashMap<>());
                Figure.ofSurvivors(course.on(point.asOf()), survivors)
                        .forEach((measure, sum) -> sums.merge(measure, sum, Long::sum));
            }
        });
        return found;
    }

    /** Without links. */
    SummaryView summary(Filter filter, Point point) {
        return SummaryView.of(totals(filter, point), point.asOf(), point.knownAt(), null);
    }

    /** @throws Problem 400 that lists what there is */
    static Figure figure(String measure) {
        return Figure.named(measure)
                .orElseThrow(() -> Problem.invalid(
                        "measure",
                        "One of: " + Figure.ALL.stream().map(Figure::name).collect(Collectors.joining(", ")) + "."));
    }
}
