package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Filter;

/** All figures of one day. */
@RestController
@RequestMapping("/api/dashboard")
class SummaryController {

    private final Figures figures;

    SummaryController(Figures figures) {
        this.figures = figures;
    }

    /** What held on the day {@code asOf}, by what had been recorded up to the end of {@code knownAt}. */
    @GetMapping("/summary")
    SummaryView summary(
            @ModelAttribute Filter filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate knownAt) {
        Point point = figures.point(filter, asOf, knownAt);
        return SummaryView.of(
                figures.totals(filter, point),
                point.asOf(),
                point.knownAt(),
                Links.all(filter, new Difference(null, point)));
    }
}
