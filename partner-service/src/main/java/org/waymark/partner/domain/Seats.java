package org.waymark.partner.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who leads an action group on a day, and which of its co-chairs' seats are vacant.
 *
 * @param since first day from which on at least one seat has been vacant; null where none is, and where none was ever held
 * @param nextEnd the next last day of a term that runs
 */
public record Seats(
        LocalDate on,
        int seats,
        List<PartnerId> coChairs,
        int vacant,
        @Nullable LocalDate since,
        @Nullable LocalDate nextEnd) {

    /** @param day in UTC, as terms are */
    public static Seats of(ActionGroup group, LocalDate day) {
        List<CoChair> running = running(group, day);
        int vacant = vacant(group, day);
        LocalDate nextEnd = running.stream()
                .map(CoChair::to)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Seats(
                day,
                group.seats(),
                running.stream().map(CoChair::partner).toList(),
                vacant,
                vacant == 0 ? null : since(group, day).orElse(null),
                nextEnd);
    }

    /** Back from the day, over the days on which a term began or the one before had ended. */
    private static Optional<LocalDate> since(ActionGroup group, LocalDate day) {
        SequencedSet<LocalDate> changes = new TreeSet<>();
        group.coChairs().stream()
                .flatMap(term -> Stream.of(
                        term.from(),
                        term.to() == null ? LocalDate.MAX : term.to().plusDays(1)))
                .filter(change -> !change.isAfter(day))
                .forEach(changes::add);
        LocalDate since = null;
        for (LocalDate change : changes.reversed()) {
            if (vacant(group, change) == 0) {
                return Optional.ofNullable(since);
            }
            since = change;
        }
        return Optional.empty();
    }

    private static int vacant(ActionGroup group, LocalDate day) {
        return Math.max(0, group.seats() - running(group, day).size());
    }

    private static List<CoChair> running(ActionGroup group, LocalDate day) {
        return group.coChairs().stream().filter(term -> term.runsOn(day)).toList();
    }
}
