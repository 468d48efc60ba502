package org.waymark.progress.imports.iati;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.iati.IatiActivity.Reporter;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.progress.reference.SdgTargets;

/** Makes an {@link IatiActivity} of the elements of one activity. */
final class ActivityReading {

    private static final String SDG_TARGETS = "3";
    private static final int LATEST_PLACEHOLDER_YEAR = 1900;

    private final Element activity;
    private final Narratives narratives;
    private final Notes notes = new Notes();

    ActivityReading(Element activity) {
        this.activity = activity;
        this.narratives = new Narratives(activity.attribute(Element.LANGUAGE));
    }

    IatiEntry entry() {
        var identifier = identifier();
        var reporter = reporter();
        var title = narratives.line(activity.first("title"));
        if (identifier == null || reporter == null || title == null) {
            var missing = Stream.of(
                            identifier == null ? "iati-identifier" : "",
                            reporter == null ? "reporting-org with a ref" : "",
                            title == null ? "title" : "")
                    .filter(each -> !each.isEmpty())
                    .collect(joining(" and no "));
            return new Unusable(new Skipped(
                    activity.line(),
                    identifier == null ? "activity" : "activity " + Quote.of(identifier),
                    "it has no " + missing));
        }
        var dates = new ActivityDates(activity, notes);
        var start = dates.start();
        var end = dates.endAfter(start);
        var countries = Places.countries(activity, notes);
        var regions = Places.regions(activity, notes);
        var targets = sdgTargets();
        var indicators = indicators();
        return new IatiActivity(
                activity.line(),
                identifier,
                reporter,
                title,
                description(),
                code("activity-status"),
                code("activity-scope"),
                start,
                end,
                countries,
                regions,
                targets,
                indicators,
                notes.all());
    }

    private @Nullable String identifier() {
        var element = activity.first("iati-identifier");
        return element == null || element.text().isBlank()
                ? null
                : element.text().strip();
    }

    private @Nullable Reporter reporter() {
        var organization = activity.first("reporting-org");
        var ref = organization == null ? null : organization.attribute("ref");
        if (organization == null || ref == null) {
            return null;
        }
        var name = narratives.line(organization);
        return new Reporter(ref, organization.attribute("type"), name == null ? ref : name);
    }

    /** The general description (type 1, which is also the default) rather than the objectives or target groups. */
    private @Nullable String description() {
        return activity.all("description").stream()
                .sorted(comparing(each -> !"1".equals(each.attribute("type", "1"))))
                .map(narratives::text)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String code(String element) {
        var found = activity.first(element);
        return found == null ? null : found.attribute("code");
    }

    private List<String> sdgTargets() {
        var targets = new LinkedHashSet<String>();
        for (var element : activity.all("tag")) {
            if (SDG_TARGETS.equals(element.attribute("vocabulary"))) {
                var code = element.attribute("code");
                var target = code == null ? "" : code.toLowerCase(Locale.ROOT);
                if (SdgTargets.isKnown(target)) {
                    targets.add(target);
                } else {
                    notes.add(element, "tag " + Quote.of(code), "it is no code of an SDG target, such as \"8.7\"");
                }
            }
        }
        return List.copyOf(targets);
    }

    private List<IatiIndicator> indicators() {
        var reading = new IndicatorReading(narratives, notes);
        var indicators =
                activity.all("result").stream().flatMap(reading::ofResult).toList();
        notePlaceholderYears(indicators);
        return indicators;
    }

    /** Once per activity: a publisher who fills in 1900 does it everywhere. */
    private void notePlaceholderYears(List<IatiIndicator> indicators) {
        var placeholders = indicators.stream()
                .filter(each -> each.baseline() != null && each.baseline().year() <= LATEST_PLACEHOLDER_YEAR)
                .toList();
        if (!placeholders.isEmpty()) {
            notes.add(
                    placeholders.getFirst().line(),
                    "baseline year of " + placeholders.size() + " indicators",
                    "kept, but a year of 1900 or before looks like a placeholder");
        }
    }
}
