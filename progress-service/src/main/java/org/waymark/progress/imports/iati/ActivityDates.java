package org.waymark.progress.imports.iati;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.Quote;

/** When an activity starts and ends: what happened, else what was planned (codelist ActivityDateType). */
record ActivityDates(Element activity, Notes notes) {

    private static final String PLANNED_START = "1";
    private static final String ACTUAL_START = "2";
    private static final String PLANNED_END = "3";
    private static final String ACTUAL_END = "4";

    @Nullable
    LocalDate start() {
        return either(ACTUAL_START, PLANNED_START);
    }

    @Nullable
    LocalDate endAfter(@Nullable LocalDate start) {
        var end = either(ACTUAL_END, PLANNED_END);
        if (start != null && end != null && end.isBefore(start)) {
            notes.add(activity, "end " + end, "it lies before the start, " + start);
            return null;
        }
        return end;
    }

    private @Nullable LocalDate either(String actual, String planned) {
        var happened = first(actual);
        var meant = first(planned);
        return happened == null ? meant : happened;
    }

    private @Nullable LocalDate first(String type) {
        LocalDate first = null;
        for (var element : activity.all("activity-date")) {
            if (type.equals(element.attribute("type"))) {
                var raw = element.attribute("iso-date");
                var date = DateReading.read(raw);
                if (date == null) {
                    notes.add(element, "activity-date of type " + type, Quote.of(raw) + " is no date");
                } else if (first == null) {
                    first = date;
                }
            }
        }
        return first;
    }
}
