package org.waymark.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is known to have happened to one commitment: 1, 2, 3 and so on, each once.
 *
 * @param events at least the submission
 * @param keys by what it can be looked for, each with all keys under which it counts: fixed when it was submitted
 */
record History(String commitment, List<Announced> events, Map<String, Set<String>> keys) {

    History {
        events = List.copyOf(events);
    }

    long sequence() {
        return events.getLast().sequence();
    }

    static History of(String commitment, List<Announced> events) {
        return new History(commitment, recorded(events), keys(events.getFirst()));
    }

    /** None was recorded before the one it follows, though the clocks of those who wrote the two may say so. */
    private static List<Announced> recorded(List<Announced> events) {
        List<Announced> recorded = new ArrayList<>();
        for (Announced one : events) {
            boolean isBehind = !recorded.isEmpty()
                    && one.time().isBefore(recorded.getLast().time());
            recorded.add(isBehind ? one.at(recorded.getLast().time()) : one);
        }
        return recorded;
    }

    private static Map<String, Set<String>> keys(Announced submitted) {
        Map<String, Set<String>> keys = new TreeMap<>();
        put(keys, "partner", List.of(submitted.data().at("/lead/partnerId").asString("")));
        put(keys, "group", List.of(submitted.text("groupId")));
        put(keys, "workstream", List.of(submitted.text("workstream")));
        put(keys, "level", List.of(submitted.text("level")));
        put(keys, "country", submitted.texts("countries"));
        put(keys, "region", submitted.texts("regions"));
        put(keys, "sdgTarget", submitted.texts("sdgTargets"));
        return keys;
    }

    private static void put(Map<String, Set<String>> keys, String dimension, List<String> values) {
        Set<String> named = new TreeSet<>(values);
        named.remove("");
        keys.put(dimension, named);
    }
}
