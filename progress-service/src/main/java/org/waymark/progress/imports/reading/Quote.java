package org.waymark.progress.imports.reading;

import org.jspecify.annotations.Nullable;

/** A value of the file inside a sentence: a long one is cut, as notes are read in a list. */
public final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    public static String of(@Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return value.length() <= LONGEST
                ? "\"" + value + "\""
                : "\"" + value.substring(0, value.offsetByCodePoints(0, LONGEST - 1)) + "…\"";
    }
}
