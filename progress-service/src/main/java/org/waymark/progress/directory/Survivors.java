package org.waymark.progress.directory;

import java.util.Collections;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who stands for a partner that was merged, however often that one was merged in its turn. */
final class Survivors {

    private Survivors() {}

    /**
     * A ring has no end: all who read it break it at the smallest id.
     *
     * @param mergedInto the partner it was merged into; null of one that was not
     */
    static String of(String id, UnaryOperator<@Nullable String> mergedInto) {
        TreeSet<String> passed = new TreeSet<>();
        String at = id;
        while (passed.add(at)) {
            String next = mergedInto.apply(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return Collections.min(passed);
    }
}
