package org.waymark.prove;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Figures by measure, of one commitment or of many. Who reported is counted once, however many commitments it is in. */
final class Figures {

    static final String REPORTING_PARTNERS = "reportingPartners";

    private final Map<String, Long> numbers = new TreeMap<>();
    private final Set<String> reporters = new HashSet<>();

    void add(String measure, long number) {
        numbers.merge(measure, number, Long::sum);
    }

    void addReporter(String organization) {
        reporters.add(organization);
    }

    /** With those who reported by who they were known to be by the end of that day. */
    Figures known(Merges merges, LocalDate knownAt) {
        Figures known = new Figures();
        numbers.forEach(known::add);
        reporters.forEach(reporter -> known.addReporter(merges.survivor(reporter, knownAt)));
        return known;
    }

    void add(Figures other) {
        other.numbers.forEach(this::add);
        reporters.addAll(other.reporters);
    }

    long of(String measure) {
        return measure.equals(REPORTING_PARTNERS) ? reporters.size() : numbers.getOrDefault(measure, 0L);
    }

    /** Those that are not nothing. */
    Set<String> measures() {
        Set<String> measures = new TreeSet<>(numbers.keySet());
        measures.add(REPORTING_PARTNERS);
        measures.removeIf(measure -> of(measure) == 0);
        return measures;
    }
}
