package org.waymark.progress.dashboard.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Filter;

/** All figures of two points, and what became of them in between. */
@RestController
@RequestMapping("/api/dashboard")
class DifferenceController {

    private final Figures figures;

    DifferenceController(Figures figures) {
        this.figures = figures;
    }

    /**
     * @param difference by the names of the figures
     * @param links the events each difference is made of
     */
    record DifferenceView(SummaryView from, SummaryView to, Map<String, Long> difference, Map<String, String> links) {}

    /**
     * From {@code sinceAsOf} and {@code sinceKnownAt} to {@code asOf} and {@code knownAt}, which are today where nothing
     * is said. Where only one of the first two is given, the other is the same at both points.
     */
    @GetMapping("/difference")
    DifferenceView difference(@ModelAttribute Filter filter, @ModelAttribute Asked.Days days) {
        Difference asked = figures.difference(filter, days);
        Point since = asked.from();
        if (since == null) {
            throw Problem.invalid("sinceAsOf", "Give it or sinceKnownAt: the day with which to compare.");
        }
        Map<String, Long> from = figures.totals(filter, since);
        Map<String, Long> to = figures.totals(filter, asked.to());
        Map<String, Long> difference = new LinkedHashMap<>();
        Figure.ALL.forEach(figure -> difference.put(figure.name(), Difference.of(figure, from, to)));
        return new DifferenceView(
                SummaryView.of(from, since.asOf(), since.knownAt(), null),
                SummaryView.of(to, asked.to().asOf(), asked.to().knownAt(), null),
                difference,
                Links.all(filter, asked));
    }
}
