package org.waymark.progress.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner, or a group (which has co-chairs, but neither status nor time zone).
 *
 * @param past what was said of it, the oldest first and what stands last; of one day, the last
 */
record DirectoryEntry(
        String name,
        @Nullable String acronym,
        @Nullable String status,
        @Nullable ZoneId timeZone,
        @Nullable List<CoChair> coChairs,
        List<Said> past) {

    /** Of one of which more is said than this, the oldest is forgotten. */
    private static final int MOST_KEPT = 200;

    DirectoryEntry {
        past = List.copyOf(past);
    }

    /**
     * What stood from a day on.
     *
     * @param since the day (UTC) it was recorded
     * @param type of organization, by IATI's list OrganisationType; null of a group
     * @param mergedInto the partner it turned out to be; null of one that was not merged
     */
    record Said(
            LocalDate since,
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String status,
            @Nullable String mergedInto) {}

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

    /** An event says all there is to say, so that it takes the place of what stood; that is not forgotten. */
    DirectoryEntry followedBy(DirectoryEntry next) {
        Said said = next.past.getFirst();
        List<Said> kept = new ArrayList<>(past);
        kept.removeIf(one -> !one.since().isBefore(said.since()));
        kept.add(said);
        List<Said> bounded = kept.subList(Math.max(0, kept.size() - MOST_KEPT), kept.size());
        return new DirectoryEntry(next.name, next.acronym, next.status, next.timeZone, next.coChairs, bounded);
    }

    /** The partner it was known to be by the end of that day; null where it was known as one of its own. */
    @Nullable
    String mergedInto(LocalDate knownAt) {
        Said said = on(knownAt);
        return said.since().isAfter(knownAt) ? null : said.mergedInto();
    }

    /** As it stood at the end of that day; before anything was said of it, what was said first. */
    Said on(LocalDate day) {
        Said found = past.getFirst();
        for (Said one : past) {
            found = one.since().isAfter(day) ? found : one;
        }
        return found;
    }
}
