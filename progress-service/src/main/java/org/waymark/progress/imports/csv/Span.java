package org.waymark.progress.imports.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day, a month or a year as a table names it: what begins then begins on its first day, what is due on its last. */
record Span(LocalDate first, LocalDate last) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?)?");

    /** Null where it is none of these. */
    static @Nullable Span read(String raw) {
        var date = DATE.matcher(raw);
        if (!date.matches()) {
            return null;
        }
        try {
            var month = date.group(2) == null ? 1 : Integer.parseInt(date.group(2));
            var day = date.group(3) == null ? 1 : Integer.parseInt(date.group(3));
            var first = LocalDate.of(Integer.parseInt(date.group(1)), month, day);
            return new Span(first, last(first, date.group(2) == null, date.group(3) == null));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalDate last(LocalDate first, boolean year, boolean month) {
        if (year) {
            return first.plusYears(1).minusDays(1);
        }
        return month ? first.plusMonths(1).minusDays(1) : first;
    }
}
