package org.waymark.partner.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A partner leading an action group for a term.
 *
 * @param from first day of the term, in UTC
 * @param to last day of the term; null while no end is set
 */
public record CoChair(
        PartnerId partner, LocalDate from, @Nullable LocalDate to) {

    boolean runsOn(LocalDate day) {
        return !from.isAfter(day) && !endsBefore(day);
    }

    boolean endsBeforeItBegins() {
        return to != null && to.isBefore(from);
    }

    boolean overlaps(CoChair other) {
        return partner.equals(other.partner) && !endsBefore(other.from) && !other.endsBefore(from);
    }

    private boolean endsBefore(LocalDate day) {
        return to != null && to.isBefore(day);
    }
}
