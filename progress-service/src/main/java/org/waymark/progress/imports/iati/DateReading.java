package org.waymark.progress.imports.iati;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An {@code xsd:date}: the day as the publisher names it, its time zone, where given, left aside. */
final class DateReading {

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(Z|[+-]\\d{2}:\\d{2})?");

    private DateReading() {}

    /** Null where it is no date. */
    static @Nullable LocalDate read(@Nullable String raw) {
        var date = DATE.matcher(raw == null ? "" : raw);
        if (!date.matches()) {
            return null;
        }
        try {
            return LocalDate.parse(date.group(1));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
