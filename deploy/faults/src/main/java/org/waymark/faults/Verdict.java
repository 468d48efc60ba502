package org.waymark.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the checker found wrong; nothing, where all is well. */
final class Verdict {

    /** The ways to lie to a client. */
    enum Wrong {
        LOST,
        DOUBLED,
        MISORDERED,
        /** Announced, shown or alerted without having been committed. */
        INVENTED
    }

    private final Map<Wrong, List<String>> found = new EnumMap<>(Wrong.class);

    void add(Wrong wrong, String what) {
        found.computeIfAbsent(wrong, none -> new ArrayList<>()).add(what);
    }

    /** How many there should be, and are. */
    void compare(String what, long expected, long actual) {
        if (actual != expected) {
            add(actual < expected ? Wrong.LOST : Wrong.DOUBLED, what + ": " + actual + " instead of " + expected);
        }
    }

    boolean isClean() {
        return found.isEmpty();
    }

    /** What is lost may still be on its way; what is doubled, misordered or invented remains so. */
    boolean isMoreThanLate() {
        return found.keySet().stream().anyMatch(wrong -> wrong != Wrong.LOST);
    }

    int count(Wrong wrong) {
        return found.getOrDefault(wrong, List.of()).size();
    }

    /** One example of each. */
    String brief() {
        return found.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().size() + ", as "
                        + one.getValue().getFirst())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return isClean() ? "all is well" : found.toString();
    }
}
