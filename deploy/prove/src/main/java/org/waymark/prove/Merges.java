package org.waymark.prove;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Partners that turned out to be another one, and since which day that is known. What they did counts as that one's. */
record Merges(Map<String, Merge> byPartner) {

    static final Merges NONE = new Merges(Map.of());

    private static final String MERGED = "org.waymark.partner.merged.v1";
    private static final String PARTNER = "partner";

    record Merge(String into, LocalDate day) {}

    Merges {
        byPartner = Map.copyOf(byPartner);
    }

    /** From what is said of partners and groups, in whatever order. */
    static Merges of(List<Announced> said) {
        Map<String, Merge> merges = new TreeMap<>();
        for (Announced one : said) {
            if (one.type().equals(MERGED) && one.says("into")) {
                merges.put(one.commitment(), new Merge(one.text("into"), one.day()));
            }
        }
        return new Merges(merges);
    }

    int size() {
        return byPartner.size();
    }

    /** Who the partner was known to be by the end of that day; of a ring the smallest id. */
    String survivor(String partner, LocalDate knownAt) {
        List<String> passed = new ArrayList<>();
        String at = partner;
        while (!passed.contains(at)) {
            passed.add(at);
            Merge merge = byPartner.get(at);
            if (merge == null || merge.day().isAfter(knownAt)) {
                return at;
            }
            at = merge.into();
        }
        return Collections.min(passed);
    }

    /** Whether it is asked about the commitment, whichever id of its lead partner is named. */
    boolean has(Scope scope, History history, LocalDate knownAt) {
        Map<String, String> others = new TreeMap<>(scope.filters());
        String asked = others.remove(PARTNER);
        return new Scope(others).has(history) && (asked == null || isLedBy(history, survivor(asked, knownAt), knownAt));
    }

    private boolean isLedBy(History history, String partner, LocalDate knownAt) {
        return history.keys().getOrDefault(PARTNER, Set.of()).stream()
                .anyMatch(lead -> survivor(lead, knownAt).equals(partner));
    }
}
