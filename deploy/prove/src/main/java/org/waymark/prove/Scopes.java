package org.waymark.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be asked about: the alliance, every key that occurs, and a few keys together. */
final class Scopes {

    private static final List<List<String>> TOGETHER =
            List.of(List.of("group", "country"), List.of("partner", "level"), List.of("country", "sdgTarget"));

    private final Map<Scope, Long> sizes = new LinkedHashMap<>();
    private final Collection<History> histories;

    Scopes(Collection<History> histories) {
        this.histories = histories;
        sizes.put(Scope.ALLIANCE, (long) histories.size());
        for (History history : histories) {
            history.keys()
                    .forEach((dimension, keys) ->
                            keys.forEach(key -> sizes.merge(new Scope(Map.of(dimension, key)), 1L, Long::sum)));
        }
    }

    List<Scope> all() {
        List<Scope> all = new ArrayList<>(sizes.keySet());
        TOGETHER.forEach(dimensions -> together(dimensions.getFirst(), dimensions.getLast(), all));
        return all;
    }

    /** The alliance, and of each dimension the key with the most commitments. */
    List<Scope> sample() {
        Map<String, Scope> largest = new LinkedHashMap<>();
        sizes.keySet().stream()
                .filter(scope -> scope.filters().size() == 1)
                .sorted(Comparator.comparing((Scope scope) -> sizes.getOrDefault(scope, 0L))
                        .reversed())
                .forEach(scope ->
                        largest.putIfAbsent(scope.filters().keySet().iterator().next(), scope));
        List<Scope> sample = new ArrayList<>(List.of(Scope.ALLIANCE));
        sample.addAll(largest.values());
        return sample;
    }

    /** Adds the pair of keys that most commitments have, where any has both. */
    private void together(String one, String other, List<Scope> all) {
        Map<Scope, Long> pairs = new HashMap<>();
        for (History history : histories) {
            for (String first : history.keys().getOrDefault(one, Set.of())) {
                for (String second : history.keys().getOrDefault(other, Set.of())) {
                    pairs.merge(new Scope(Map.of(one, first, other, second)), 1L, Long::sum);
                }
            }
        }
        pairs.entrySet().stream()
                .max(Map.Entry.<Scope, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .ifPresent(entry -> all.add(entry.getKey()));
    }
}
