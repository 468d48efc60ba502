package org.waymark.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    /** Whether it can only get worse: what is lost may still be on its way. */
    boolean isFinal() {
        return found.containsKey(Wrong.MISORDERED);
    }

    int count(Wrong wrong) {
        return found.getOrDefault(wrong, List.of()).size();
    }

    @Override
    public String toString() {
        return isClean() ? "all is well" : found.toString();
    }
}
