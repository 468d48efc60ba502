package org.waymark.prove;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is found while looking. */
final class Findings {

    private final Map<Part, Long> compared = new EnumMap<>(Part.class);
    private final Map<Part, Long> differing = new EnumMap<>(Part.class);
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    private record Difference(Part part, String line) {

        @Override
        public String toString() {
            return part.name().toLowerCase(Locale.ROOT) + " " + line;
        }
    }

    /** One thing was compared: a figure, a card, an event. */
    void compared(Part part) {
        compared.merge(part, 1L, Long::sum);
    }

    /** One thing differs; it is among those compared. */
    void differs(Part part, String line) {
        differing.merge(part, 1L, Long::sum);
        differences.add(new Difference(part, line));
    }

    /** Something could not be found out; naming it again changes nothing. */
    void unknown(String what) {
        unknown.add(what);
    }

    void note(String line) {
        notes.add(line);
    }

    boolean hasDifferences() {
        return !differences.isEmpty();
    }

    /** What was looked at while nothing moved. */
    Report report() {
        return report(differences);
    }

    /** What differs may be for events that arrived meanwhile, but for what stands on the topic itself. */
    Report reportInMotion() {
        unknown("events keep arriving; what differs may be for that");
        differences.stream().filter(one -> one.part() != Part.TOPIC).forEach(one -> unknown("perhaps: " + one));
        return report(
                differences.stream().filter(one -> one.part() == Part.TOPIC).toList());
    }

    private Report report(List<Difference> certain) {
        List<Report.Row> rows = compared.keySet().stream()
                .map(part ->
                        new Report.Row(part.title, compared.getOrDefault(part, 0L), differing.getOrDefault(part, 0L)))
                .toList();
        return new Report(rows, certain.stream().map(Difference::toString).toList(), List.copyOf(unknown), notes);
    }
}
