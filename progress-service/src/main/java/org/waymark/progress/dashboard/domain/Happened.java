package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An event as the journal keeps it.
 *
 * @param time when it was recorded, never before the event it follows
 * @param lead the commitment's lead partner
 * @param offset of the record by which it came to be applied, in {@code partition}
 * @param changes in what its commitment counts for
 * @param data the event as it was published, in JSON
 */
public record Happened(
        String commitment,
        long sequence,
        String event,
        String type,
        Instant time,
        String lead,
        int partition,
        long offset,
        List<Change> changes,
        String data) {

    public Happened {
        changes = List.copyOf(changes);
    }

    /** By how much it moves that measure on that day, as known at the end of the other; nothing before it was known. */
    public long change(String measure, LocalDate asOf, LocalDate knownAt) {
        return changes.stream()
                .filter(one -> !one.effective().isAfter(asOf) && !one.recorded().isAfter(knownAt))
                .mapToLong(one -> one.by().getOrDefault(measure, 0L))
                .sum();
    }

    /** The organizations of which it says that they have reported. */
    public List<String> reporters() {
        return changes.stream()
                .flatMap(one -> one.by().entrySet().stream())
                .filter(one -> one.getKey().startsWith(Measures.REPORTED_BY) && one.getValue() > 0)
                .map(one -> one.getKey().substring(Measures.REPORTED_BY.length()))
                .toList();
    }
}
