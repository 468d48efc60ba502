package org.waymark.progress.imports.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.imports.csv.CsvCommitment.Baseline;
import org.waymark.progress.imports.csv.CsvCommitment.Indicator;
import org.waymark.progress.imports.csv.CsvCommitment.Period;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Value;
import org.waymark.progress.imports.reading.ValueReading;

/** The indicators of a commitment, each with a period for each of its rows. */
record IndicatorReading(Cells cells, LocalDate start) {

    private static final Set<String> LESS_IS_BETTER = Set.of("no", "false", "0");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    List<Indicator> indicators() {
        var indicators = new ArrayList<Indicator>();
        for (var rows : Parts.of(cells, Field.INDICATOR_KEY, Field.INDICATOR)) {
            var indicator = indicator(rows);
            if (indicator != null) {
                indicators.add(indicator);
            }
        }
        return indicators;
    }

    private @Nullable Indicator indicator(List<CsvRow> rows) {
        var title = cells.first(Field.INDICATOR, rows);
        var named = cells.first(Field.MEASURE, rows);
        var measure = named == null
                ? null
                : Kebab.parse(Measure.class, Lists.word(named)).orElse(null);
        if (title == null || measure == null) {
            note(
                    rows.getFirst(),
                    title,
                    title == null ? "it has no title" : "it has no known measure but " + Quote.of(named));
            return null;
        }
        var ascending = cells.first(Field.ASCENDING, rows);
        var periods = new ArrayList<Period>();
        for (var row : rows) {
            var period = period(row, title, measure);
            if (period != null) {
                periods.add(period);
            }
        }
        return new Indicator(
                title,
                measure,
                ascending == null || !LESS_IS_BETTER.contains(Lists.word(ascending)),
                baseline(rows, title, measure),
                periods);
    }

    private @Nullable Baseline baseline(List<CsvRow> rows, String title, Measure measure) {
        var year = cells.first(Field.BASELINE_YEAR, rows);
        var raw = cells.first(Field.BASELINE, rows);
        if (year == null && raw == null) {
            return null;
        }
        if (year == null || !YEAR.matcher(year).matches()) {
            note(rows.getFirst(), title, "its baseline is left out: " + Quote.of(year) + " is no year such as 2025");
            return null;
        }
        return new Baseline(Integer.parseInt(year), value(rows.getFirst(), raw, title, measure));
    }

    private @Nullable Period period(CsvRow row, String title, Measure measure) {
        var to = cells.of(row, Field.PERIOD_END);
        var from = cells.of(row, Field.PERIOD_START);
        var end = to == null ? null : Span.read(to);
        var begin = from == null ? new Span(start, start) : Span.read(from);
        if (end == null || begin == null || end.last().isBefore(begin.first())) {
            note(row, title, whyNoPeriod(to, end, from, begin));
            return null;
        }
        return new Period(
                begin.first(),
                end.last(),
                value(row, cells.of(row, Field.TARGET), title, measure),
                value(row, cells.of(row, Field.ACTUAL), title, measure));
    }

    private static String whyNoPeriod(
            @Nullable String to, @Nullable Span end, @Nullable String from, @Nullable Span begin) {
        if (to == null) {
            return "kept without a period: the row names no day on which one ends or is due";
        }
        if (end == null || begin == null) {
            return "kept without this period: " + Quote.of(end == null ? to : from) + " " + DateReading.NO_DATE;
        }
        return "kept without this period: it ends before it starts";
    }

    private @Nullable Value value(CsvRow row, @Nullable String raw, String title, Measure measure) {
        var value = ValueReading.read(raw, measure == Measure.PERCENTAGE);
        if (value instanceof Value.Words && measure.isQuantitative()) {
            note(row, title, Quote.of(raw) + " is kept as text; it does not count in progress");
        }
        return value;
    }

    private void note(CsvRow row, @Nullable String title, String why) {
        cells.note(row.line(), "indicator " + Quote.of(title), why);
    }
}
