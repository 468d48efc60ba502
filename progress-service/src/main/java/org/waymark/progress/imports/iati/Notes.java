package org.waymark.progress.imports.iati;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said about one activity, in the order it was found. */
final class Notes {

    private static final int LONGEST_QUOTE = 60;

    private final List<Skipped> skipped = new ArrayList<>();

    void add(Element element, String what, String why) {
        add(element.line(), what, why);
    }

    void add(int line, String what, String why) {
        skipped.add(new Skipped(line, what, why));
    }

    List<Skipped> all() {
        return skipped;
    }

    /** A value of the file inside a sentence: a long one is cut, as notes are read in a list. */
    static String quote(@Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return value.length() <= LONGEST_QUOTE
                ? "\"" + value + "\""
                : "\"" + value.substring(0, value.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…\"";
    }
}
