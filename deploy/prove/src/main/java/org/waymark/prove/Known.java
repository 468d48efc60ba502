package org.waymark.prove;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A commitment by the events recorded up to the end of one day. */
final class Known {

    private final List<Announced> events;
    private final Map<String, Milestone> milestones = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();

    private Known(List<Announced> events) {
        this.events = events;
    }

    /** Empty where it was not yet heard of. */
    static Optional<Known> of(History history, LocalDate knownAt) {
        List<Announced> events = history.events().stream()
                .filter(one -> !one.day().isAfter(knownAt))
                .toList();
        if (events.isEmpty() || !events.getFirst().is("submitted")) {
            return Optional.empty();
        }
        Known known = new Known(events);
        Fold fold = new Fold(known);
        events.forEach(fold::take);
        return Optional.of(known);
    }

    boolean isThereOn(LocalDate day) {
        return !events.getFirst().day().isAfter(day);
    }

    /** What was recorded on that day or before, in order. */
    List<Announced> recordedBy(LocalDate day) {
        return events.stream().filter(one -> !one.day().isAfter(day)).toList();
    }

    Map<String, Milestone> milestones() {
        return milestones;
    }

    Map<String, Indicator> indicators() {
        return indicators;
    }

    @Nullable
    Period period(String indicator, String period) {
        Indicator found = indicators.get(indicator);
        return found == null ? null : found.period(period);
    }
}
