package org.waymark.progress.dashboard.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One number of a summary, by its name in the API: that of its measure, with dots for the blanks of {@link Measures}. */
public record Figure(String name) {

    public static final List<String> STATUSES =
            List.of("submitted", "endorsed", "in-implementation", "completed", "withdrawn", "suspended");
    public static final List<String> HEALTHS = List.of("on-track", "at-risk", "off-track", "unknown");
    public static final List<String> MILESTONES = List.of(
            "planned",
            "reached",
            "verified",
            "evidenced",
            "missed",
            "cancelled",
            "overdue",
            "slipped",
            "slips",
            "slippedDays");
    public static final List<String> FRESHNESS = List.of("within30Days", "within90Days", "longer", "never");

    public static final Figure REPORTING_PARTNERS = new Figure("reportingPartners");

    public static final List<Figure> ALL = Stream.of(
                    Stream.of(Measures.COMMITMENTS),
                    after(Measures.STATUS, STATUSES),
                    after(Measures.HEALTH, HEALTHS),
                    after(Measures.MILESTONES, MILESTONES),
                    Stream.of(Measures.UPDATES, Measures.UPDATES_VERIFIED, REPORTING_PARTNERS.name),
                    after(Measures.FRESHNESS, FRESHNESS),
                    Stream.of(Measures.SELF_REPORTED, Measures.SELF_REPORTED + Measures.KNOWN),
                    Stream.of(Measures.VERIFIED, Measures.VERIFIED + Measures.KNOWN))
            .flatMap(measures -> measures)
            .map(measure -> new Figure(measure.replace(' ', '.')))
            .toList();

    private static Stream<String> after(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + name);
    }

    public static Optional<Figure> named(String name) {
        return ALL.stream().filter(one -> one.name.equals(name)).findFirst();
    }

    /** As it is stored; of {@link #countsOrganizations()} there is none. */
    public String measure() {
        return name.replace('.', ' ');
    }

    /** Each organization that reported counts once, however often and of however many commitments it did. */
    public boolean countsOrganizations() {
        return equals(REPORTING_PARTNERS);
    }

    /** Whether it is a sum over commitments that says little without the number of those it is known of. */
    public boolean isProgress() {
        return measure().equals(Measures.SELF_REPORTED) || measure().equals(Measures.VERIFIED);
    }

    /**
     * The totals with the organizations that reported by the ids they are known by.
     *
     * @param survivors by each id of a partner that was merged, the id of the one that stands for it
     */
    public static Map<String, Long> ofSurvivors(Map<String, Long> totals, Map<String, String> survivors) {
        Map<String, Long> known = new HashMap<>();
        totals.forEach((measure, sum) -> known.merge(Measures.ofSurvivor(measure, survivors), sum, Long::sum));
        return known;
    }

    public long of(Map<String, Long> totals) {
        return countsOrganizations()
                ? totals.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(Measures.REPORTED_BY) && one.getValue() > 0)
                        .count()
                : totals.getOrDefault(measure(), 0L);
    }
}
