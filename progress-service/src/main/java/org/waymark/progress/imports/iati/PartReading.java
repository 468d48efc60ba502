package org.waymark.progress.imports.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Value.Quantity;
import org.waymark.progress.imports.reading.ValueReading;

/** Reads the targets or actuals of a period that are given for a part: by sex, age, place, or whatever is named. */
record PartReading(Notes notes) {

    private static final String PLACE = "location";

    /** Numbers only: words say nothing of a part that the whole's words would not. */
    Map<String, Map<String, BigDecimal>> of(List<Element> values, String title) {
        var parts = new LinkedHashMap<String, Map<String, BigDecimal>>();
        for (var element : values) {
            var dimensions = new ArrayList<String>();
            var names = new ArrayList<String>();
            name(element, dimensions, names);
            if (!dimensions.isEmpty()) {
                var part = parts.computeIfAbsent(String.join(", ", dimensions), any -> new LinkedHashMap<>());
                put(part, String.join(", ", names), element, title);
            }
        }
        parts.values().removeIf(Map::isEmpty);
        return parts;
    }

    private static void name(Element element, List<String> dimensions, List<String> names) {
        for (var each : element.children()) {
            var isPlace = each.name().equals(PLACE);
            if (isPlace || each.name().equals("dimension")) {
                dimensions.add(isPlace ? PLACE : each.attribute("name", "unnamed"));
                names.add(each.attribute(isPlace ? "ref" : "value", "unnamed"));
            }
        }
    }

    private void put(Map<String, BigDecimal> parts, String name, Element element, String title) {
        var raw = element.attribute("value");
        if (!(ValueReading.read(raw, true) instanceof Quantity quantity)) {
            note(element, name, title, "a part is kept as a number only, not as " + Quote.of(raw));
        } else if (parts.putIfAbsent(name, quantity.number()) != null) {
            note(element, name, title, "it is given more than once; the first counts");
        }
    }

    private void note(Element element, String name, String title, String why) {
        notes.add(element, "part " + Quote.of(name) + " of the " + element.name() + " of " + Quote.of(title), why);
    }
}
