package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Measures;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.domain.Tally;
import org.waymark.progress.dashboard.store.Filter;

/** Who or what has most of something, or least. */
@RestController
@RequestMapping("/api/dashboard")
class RankingController {

    private final Figures figures;
    private final KeyNames names;

    RankingController(Figures figures, KeyNames names) {
        this.figures = figures;
        this.names = names;
    }

    /**
     * Among those with commitments on that day.
     *
     * @param by partner, country, region, group, workstream, level, sdgTarget or partnerType (as
     *     partners were classed on that day, IATI's OrganisationType)
     * @param measure any figure; {@code progress.selfReported} and {@code progress.verified} sort by their mean
     * @param order top (the most first) or bottom (the least first)
     */
    @GetMapping("/ranking")
    Ranking ranking(
            @RequestParam String by,
            @RequestParam(defaultValue = "commitments") String measure,
            @RequestParam(defaultValue = "top") String order,
            @RequestParam(defaultValue = "10") int limit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate knownAt) {
        Page.checkLimit(limit);
        Ranking.check(by);
        Figure figure = Figures.figure(measure);
        Ranking.Order asked = Kebab.parse(Ranking.Order.class, order)
                .orElseThrow(() -> Problem.invalid("order", "One of: top, bottom."));
        Point point = figures.point(Filter.ALL, asOf, knownAt);
        Ranking ranking = Ranking.of(by, figure, asked, limit, items(by, figure, point));
        return ranking.named(names.of(by, ranking.keys(), point.asOf(), point.knownAt()));
    }

    private Stream<Ranking.Item> items(String by, Figure figure, Point point) {
        Map<String, Map<String, Long>> totals = figures.byKey(by, point);
        return totals.entrySet().stream()
                .filter(one -> one.getValue().getOrDefault(Measures.COMMITMENTS, 0L) > 0)
                .map(one -> Ranking.item(
                        one.getKey(),
                        figure,
                        one.getValue(),
                        Links.activity(
                                figure, Filter.of(new Tally.Key(by, one.getKey())), new Difference(null, point))));
    }
}
