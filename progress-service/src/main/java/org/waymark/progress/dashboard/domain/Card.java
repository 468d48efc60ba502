package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard knows of one commitment, from its events alone. Codes and states stand as they do on the wire.
 *
 * @param submittedOn the day (UTC) it was recorded, from which on it counts
 * @param updates how many updates were published
 */
public record Card(
        String title,
        String lead,
        List<String> supporting,
        String group,
        String level,
        List<String> countries,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end,
        String status,
        Health health,
        List<Milestone> milestones,
        List<Indicator> indicators,
        LocalDate submittedOn,
        long updates,
        @Nullable LastUpdate lastUpdate,
        Instant changedAt) {

    /** What an event leaves out that belongs in it is found here, so that the event is held and not half applied. */
    public Card {
        Stream.of(title, lead, group, level, start, status, health, submittedOn, changedAt)
                .forEach(Objects::requireNonNull);
        supporting = List.copyOf(supporting);
        countries = List.copyOf(countries);
        sdgTargets = List.copyOf(sdgTargets);
        milestones = List.copyOf(milestones);
        indicators = List.copyOf(indicators);
    }

    /** As computed by the commitment, with its reasons. */
    public record Health(String status, List<String> reasons) {
        public Health {
            Objects.requireNonNull(status, "health.status");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param on the day it was reached, null while it is planned
     * @param overdueOn the day from which it counts as overdue, null where nothing was recorded
     */
    public record Milestone(
            String id,
            String title,
            LocalDate due,
            int weight,
            @Nullable LocalDate on,
            @Nullable LocalDate overdueOn) {

        public Milestone {
            Stream.of(id, title, due).forEach(Objects::requireNonNull);
        }

        public boolean isOpen() {
            return on == null;
        }
    }

    public record Indicator(
            String id,
            String title,
            String measure,
            boolean ascending,
            @Nullable BigDecimal baseline,
            List<Period> periods) {

        public Indicator {
            Stream.of(id, title, measure).forEach(Objects::requireNonNull);
            periods = List.copyOf(periods);
        }

        boolean isQuantitative() {
            return measure.equals("unit") || measure.equals("percentage");
        }
    }

    public record Period(
            String id,
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual) {}

    public record LastUpdate(
            String id,
            String organization,
            Instant recordedAt,
            LocalDate effective,
            @Nullable String assessment) {}
}
