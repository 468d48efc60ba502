package org.waymark.prove;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which commitments a question is about: those that have all of these keys; all of them where there are none. */
record Scope(Map<String, String> filters) {

    static final Scope ALLIANCE = new Scope(Map.of());

    Scope {
        filters = new TreeMap<>(filters);
    }

    boolean has(History history) {
        return filters.entrySet().stream()
                .allMatch(one ->
                        history.keys().getOrDefault(one.getKey(), Set.of()).contains(one.getValue()));
    }

    /** As part of a query, each preceded by an ampersand. */
    String query() {
        return filters.entrySet().stream()
                .map(one -> "&" + one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return filters.isEmpty()
                ? "alliance"
                : filters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }
}
