package org.waymark.prove;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A day asked about, by what was known at the end of another. */
record Dates(LocalDate asOf, LocalDate knownAt) {

    /** Today; and each day asked for, by what is known today, what was known that day, and what was known on each day named. */
    static List<Dates> of(LocalDate today, List<LocalDate> asOf, List<LocalDate> knownAt) {
        Set<Dates> dates = new LinkedHashSet<>();
        dates.add(new Dates(today, today));
        knownAt.forEach(known -> dates.add(new Dates(today, known)));
        for (LocalDate day : asOf) {
            dates.add(new Dates(day, today));
            dates.add(new Dates(day, day));
            knownAt.forEach(known -> dates.add(new Dates(day, known)));
        }
        return new ArrayList<>(dates);
    }

    String query() {
        return "asOf=" + asOf + "&knownAt=" + knownAt;
    }

    @Override
    public String toString() {
        return "asOf=" + asOf + " knownAt=" + knownAt;
    }
}
