package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Course;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.directory.Directory;

/**
 * Which lead partners a filter means: what kind of organization they were on the day that is looked at, and which of them
 * are known to be one and the same by the day up to which is known.
 */
@Component
class Leads {

    private final Directory directory;

    Leads(Directory directory) {
        this.directory = directory;
    }

    /**
     * Null for those of all, or where the filter's partner is the only id that is meant. A partner that was ever merged is
     * always said by its ids, so that two points of one filter are told in the same way.
     */
    @Nullable
    Set<String> of(Filter filter, LocalDate asOf, LocalDate knownAt) {
        String partner = filter.partner();
        String type = filter.partnerType();
        if (partner == null) {
            return type == null ? null : ofType(type, asOf, knownAt);
        }
        if (type == null && !wasEverMerged(partner)) {
            return null;
        }
        Set<String> leads = directory.idsOf(partner, knownAt);
        if (type != null) {
            leads.retainAll(ofType(type, asOf, knownAt));
        }
        return leads;
    }

    /** Of those that are one, what the one was that stands for them. */
    Map<String, String> typesOn(LocalDate day, LocalDate knownAt) {
        Map<String, String> types = new HashMap<>(directory.typesOn(day));
        directory.survivors(knownAt).forEach((merged, survivor) -> {
            String type = types.get(survivor);
            if (type == null) {
                types.remove(merged);
            } else {
                types.put(merged, type);
            }
        });
        return types;
    }

    Map<String, String> survivors(LocalDate knownAt) {
        return directory.survivors(knownAt);
    }

    /** Those of partners that are one are added up. */
    Map<String, Course> ofSurvivors(Map<String, Course> byPartner, LocalDate knownAt) {
        Map<String, String> survivors = survivors(knownAt);
        Map<String, Course> courses = new HashMap<>();
        byPartner.forEach((partner, course) -> courses.computeIfAbsent(
                        survivors.getOrDefault(partner, partner), added -> new Course())
                .add(course));
        return courses;
    }

    private boolean wasEverMerged(String partner) {
        Map<String, String> ever = directory.survivors(LocalDate.MAX);
        return ever.containsKey(partner) || ever.containsValue(partner);
    }

    private Set<String> ofType(String type, LocalDate day, LocalDate knownAt) {
        return typesOn(day, knownAt).entrySet().stream()
                .filter(one -> one.getValue().equals(type))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
