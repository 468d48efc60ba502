package org.waymark.prove;

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
        return new History(commitment, events, keys(events.getFirst()));
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
