package org.waymark.progress.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner, or a group (which has co-chairs, but neither status nor time zone). */
record DirectoryEntry(
        String name,
        @Nullable String acronym,
        @Nullable String status,
        @Nullable ZoneId timeZone,
        @Nullable List<CoChair> coChairs) {

    /** A term; {@code to} is its last day, null while no end is set. Days are days in UTC. */
    record CoChair(
            String partnerId, LocalDate from, @Nullable LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    boolean isShutOut() {
        return "suspended".equals(status) || "withdrawn".equals(status);
    }

    boolean isChairedBy(String partnerId, LocalDate day) {
        return coChairs != null
                && coChairs.stream().anyMatch(term -> term.partnerId().equals(partnerId) && term.covers(day));
    }
}
