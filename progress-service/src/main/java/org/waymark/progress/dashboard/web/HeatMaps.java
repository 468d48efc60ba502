package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.progress.dashboard.domain.Course;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.domain.Tally;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.dashboard.store.Totals;
import org.waymark.progress.dashboard.web.HeatMap.Cell;
import org.waymark.progress.dashboard.web.HeatMap.Row;

/** Draws heat maps from the partners' courses. */
@Service
class HeatMaps {

    private final Totals totals;
    private final Leads partners;
    private final KeyNames names;

    HeatMaps(Totals totals, Leads partners, KeyNames names) {
        this.totals = totals;
        this.partners = partners;
        this.names = names;
    }

    /** @param after the last row of the page before */
    HeatMap of(Figure figure, List<YearMonth> months, LocalDate knownAt, @Nullable Row after, int limit) {
        // Organizations that are one have reported as one; other figures name none.
        Map<String, String> survivors = figure.countsOrganizations() ? partners.survivors(knownAt) : Map.of();
        List<Row> rows = partners.ofSurvivors(totals.courses("partner", knownAt), knownAt).entrySet().stream()
                .map(one -> row(figure, one.getKey(), one.getValue().ofSurvivors(survivors), months, knownAt))
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.value() != 0))
                .filter(row -> after == null || HeatMap.ORDER.compare(row, after) > 0)
                .sorted(HeatMap.ORDER)
                .limit(limit + 1L)
                .toList();
        List<Row> page = rows.stream().limit(limit).toList();
        Map<String, String> named = names.of(
                "partner",
                page.stream().map(Row::key).toList(),
                months.getLast().atEndOfMonth(),
                knownAt);
        Row last = rows.size() > limit ? page.getLast() : null;
        List<Cell> columns = columns(figure, survivors, months, knownAt);
        return new HeatMap(
                figure.name(),
                columns,
                columns.stream().mapToLong(Cell::value).sum(),
                page.stream().map(row -> row.named(named.get(row.key()))).toList(),
                last == null ? null : Asked.cursor(last.total(), last.key()));
    }

    private List<Cell> columns(
            Figure figure, Map<String, String> survivors, List<YearMonth> months, LocalDate knownAt) {
        Course all = totals.courses(Tally.Key.ALLIANCE.dimension(), knownAt)
                .getOrDefault(Tally.Key.ALLIANCE.value(), new Course());
        return cells(figure, Filter.ALL, all.ofSurvivors(survivors), months, knownAt);
    }

    private static Row row(Figure figure, String partner, Course course, List<YearMonth> months, LocalDate knownAt) {
        Filter filter = Filter.of(new Tally.Key("partner", partner));
        List<Cell> cells = cells(figure, filter, course, months, knownAt);
        Difference whole = days(months.getFirst(), months.getLast(), knownAt);
        return new Row(
                partner,
                null,
                cells.stream().mapToLong(Cell::value).sum(),
                Links.activity(figure, filter, whole),
                cells);
    }

    private static List<Cell> cells(
            Figure figure, Filter filter, Course course, List<YearMonth> months, LocalDate knownAt) {
        List<Cell> cells = new ArrayList<>();
        Map<String, Long> sums =
                new HashMap<>(course.on(months.getFirst().atDay(1).minusDays(1)));
        long before = figure.of(sums);
        for (YearMonth month : months) {
            course.between(month.atDay(1), month.atEndOfMonth())
                    .forEach((measure, change) -> sums.merge(measure, change, Long::sum));
            long then = figure.of(sums);
            long change = then - before;
            String link = change == 0 ? null : Links.activity(figure, filter, days(month, month, knownAt));
            cells.add(new Cell(month, change, link));
            before = then;
        }
        return cells;
    }

    /** From the last day before the first month to the last day of the last. */
    private static Difference days(YearMonth first, YearMonth last, LocalDate knownAt) {
        return new Difference(
                new Point(first.atDay(1).minusDays(1), knownAt, null), new Point(last.atEndOfMonth(), knownAt, null));
    }
}
