package org.waymark.edge;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.format.Parser;

/** Days of a query, in years of four digits: arithmetic on others runs over the ends of the calendar. */
final class DayParser implements Parser<LocalDate> {

    @Override
    public LocalDate parse(String text, Locale locale) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("The year of a day has four digits.");
        }
        return day;
    }
}
