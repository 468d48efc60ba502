package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.web.HeatMap.Row;

/** Partners by months. */
@RestController
@RequestMapping("/api/dashboard")
class HeatMapController {

    private static final int MOST_MONTHS = 24;

    private final HeatMaps maps;
    private final Figures figures;

    HeatMapController(HeatMaps maps, Figures figures) {
        this.maps = maps;
        this.figures = figures;
    }

    /**
     * Of the updates, those recorded in each month; of any other figure, by how much it grew or fell in it. The last
     * twelve months where nothing is said, at most 24; the partners with the most first.
     */
    @GetMapping("/heat-map")
    HeatMap heatMap(
            @RequestParam(defaultValue = "updates") String measure,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable LocalDate knownAt,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        Figure figure = Figures.figure(measure);
        YearMonth last = to == null ? YearMonth.from(figures.today()) : to;
        List<YearMonth> months = months(from == null ? last.minusMonths(11) : from, last);
        Row after = Asked.place(
                cursor, 2, parts -> new Row(parts.getLast(), null, Long.parseLong(parts.getFirst()), null, List.of()));
        return maps.of(figure, months, knownAt == null ? figures.today() : knownAt, after, limit);
    }

    private static List<YearMonth> months(YearMonth from, YearMonth to) {
        long many = ChronoUnit.MONTHS.between(from, to) + 1;
        if (many < 1 || many > MOST_MONTHS) {
            throw Problem.invalid("from", "From 1 to " + MOST_MONTHS + " months.");
        }
        return LongStream.range(0, many).mapToObj(from::plusMonths).toList();
    }
}
