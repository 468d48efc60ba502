package org.waymark.partner.domain;

import java.util.Locale;

/** How a partner came to be known. */
public enum Origin {
    REGISTERED,
    IMPORT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such origin */
    public static Origin of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
