package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Filter;

/** All figures over the days, all by what was known at the end of one. */
@RestController
@RequestMapping("/api/dashboard")
class TrendController {

    private final Figures figures;

    TrendController(Figures figures) {
        this.figures = figures;
    }

    /** Without links; {@code asOf} is the last day of its step, of the last one the day {@code to}. */
    record TrendView(List<SummaryView> items) {}

    /**
     * From twelve months before up to today, where nothing is said, at most 400 steps.
     *
     * @param step day, week (they end on Sunday) or month
     */
    @GetMapping("/trend")
    TrendView trend(
            @ModelAttribute Filter filter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "month") String step,
            @RequestParam(required = false) @Nullable LocalDate knownAt) {
        LocalDate last = to == null ? figures.today() : to;
        LocalDate first = from == null ? last.minusMonths(12) : from;
        List<Point> points = Trend.days(first, last, step(step)).stream()
                .map(day -> figures.point(filter, day, knownAt))
                .toList();
        LocalDate known = points.getFirst().knownAt();
        List<Map<String, Long>> totals = figures.totals(filter, known, points);
        return new TrendView(IntStream.range(0, points.size())
                .mapToObj(i -> SummaryView.of(totals.get(i), points.get(i).asOf(), known, null))
                .toList());
    }

    private static Trend.Step step(String step) {
        return Kebab.parse(Trend.Step.class, step)
                .orElseThrow(() -> Problem.invalid("step", "One of: day, week, month."));
    }
}
