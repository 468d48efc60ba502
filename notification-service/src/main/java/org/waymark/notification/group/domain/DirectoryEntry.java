package org.waymark.notification.group.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the directory holds under one id. */
public sealed interface DirectoryEntry {

    record ActionGroup(String id, String name, List<Term> coChairs) implements DirectoryEntry {

        public boolean isChairedBy(String partnerId, LocalDate day) {
            return coChairs.stream().anyMatch(term -> term.partnerId().equals(partnerId) && term.covers(day));
        }
    }

    /** @param to the last day of the term, which still belongs to it; null while no end is set */
    record Term(String partnerId, LocalDate from, @Nullable LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * @param status as partner-service says it
     * @param mergedInto the partner it turned out to be; null of one that was not merged
     */
    record Partner(
            String id, String name, String status, @Nullable String mergedInto) implements DirectoryEntry {

        private static final List<String> BARRED = List.of("suspended", "withdrawn");

        /** Whether it takes part no more, for now or for good. */
        public boolean isBarred() {
            return BARRED.contains(status);
        }
    }
}
