package org.waymark.progress.imports.iati;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.iati.IatiIndicator.Baseline;
import org.waymark.progress.imports.iati.IatiIndicator.Measure;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Value;
import org.waymark.progress.imports.reading.ValueReading;

/** Makes the indicators of one activity of its {@code result} elements. */
final class IndicatorReading {

    private static final Set<String> FALSE = Set.of("false", "0");

    private final Narratives narratives;
    private final Notes notes;
    private final PartReading parts;

    IndicatorReading(Narratives narratives, Notes notes) {
        this.narratives = narratives;
        this.notes = notes;
        this.parts = new PartReading(notes);
    }

    Stream<IatiIndicator> ofResult(Element result) {
        var resultTitle = narratives.line(result.first("title"));
        return result.all("indicator").stream().flatMap(each -> Stream.ofNullable(indicator(each, resultTitle)));
    }

    private @Nullable IatiIndicator indicator(Element element, @Nullable String resultTitle) {
        var title = narratives.line(element.first("title"));
        if (title == null) {
            notes.add(element, "indicator", "it has no title");
            return null;
        }
        var code = element.attribute("measure");
        var measure = Measure.of(code).orElse(null);
        if (measure == null) {
            notes.add(element, "indicator " + Quote.of(title), "it has no known measure but " + Quote.of(code));
            return null;
        }
        var ascending = !FALSE.contains(element.attribute("ascending", "true"));
        var baseline = baseline(element, title, measure);
        var periods = new ArrayList<IatiPeriod>();
        for (var each : element.all("period")) {
            var period = period(each, title, measure);
            if (period != null) {
                periods.add(period);
            }
        }
        return new IatiIndicator(element.line(), title, resultTitle, measure, ascending, baseline, periods);
    }

    private @Nullable Baseline baseline(Element indicator, String title, Measure measure) {
        var element = whole(indicator, "baseline", title);
        if (element == null) {
            return null;
        }
        var year = year(element);
        if (year == null) {
            notes.add(element, "baseline of " + Quote.of(title), "it has no year");
            return null;
        }
        return new Baseline(year, value(element, title, measure));
    }

    private static @Nullable Integer year(Element baseline) {
        var year = baseline.attribute("year");
        if (year != null && year.matches("\\d{4}")) {
            return Integer.valueOf(year);
        }
        var date = DateReading.read(baseline.attribute("iso-date"));
        return date == null ? null : date.getYear();
    }

    private @Nullable IatiPeriod period(Element element, String title, Measure measure) {
        var from = element.first("period-start");
        var to = element.first("period-end");
        var start = from == null ? null : DateReading.read(from.attribute("iso-date"));
        var end = to == null ? null : DateReading.read(to.attribute("iso-date"));
        if (start == null || end == null || end.isBefore(start)) {
            var why = start == null || end == null
                    ? "its start or end is missing, or is no date"
                    : "it ends before it starts";
            notes.add(element, "period of " + Quote.of(title), why);
            return null;
        }
        return new IatiPeriod(
                element.line(),
                start,
                end,
                value(whole(element, "target", title), title, measure),
                value(whole(element, "actual", title), title, measure),
                parts.of(element.all("target"), title),
                parts.of(element.all("actual"), title));
    }

    /** Of several values the one that is not broken down: parts overlap, so they are never added up. */
    private @Nullable Element whole(Element parent, String name, String title) {
        var given = parent.all(name);
        if (given.size() <= 1) {
            return parent.first(name);
        }
        var wholes = given.stream()
                .filter(each -> !each.has("dimension") && !each.has("location"))
                .toList();
        if (wholes.isEmpty()) {
            notes.add(
                    given.getFirst(),
                    name + " of " + Quote.of(title),
                    "it is given in parts only; they are kept, but no whole can be told from them");
            return null;
        }
        if (wholes.size() > 1) {
            notes.add(wholes.get(1), name + " of " + Quote.of(title), "it is given more than once; the first counts");
        }
        return wholes.getFirst();
    }

    private @Nullable Value value(@Nullable Element element, String title, Measure measure) {
        var value =
                element == null ? null : ValueReading.read(element.attribute("value"), measure == Measure.PERCENTAGE);
        if (element != null && value instanceof Value.Words words && measure.isQuantitative()) {
            notes.add(
                    element,
                    element.name() + " " + Quote.of(words.text()) + " of " + Quote.of(title),
                    "kept as text; it does not count in progress");
        }
        return value;
    }
}
