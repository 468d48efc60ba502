package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard knows of one commitment, from its events alone. Codes stand as they do on the wire.
 *
 * @param submittedOn the day (UTC) it was recorded, from which on it counts
 * @param changedAt when the last event was recorded
 */
public record Card(
        Promise promise,
        String status,
        Health health,
        List<Milestone> milestones,
        List<Indicator> indicators,
        Updates updates,
        LocalDate submittedOn,
        Instant changedAt) {

    /** What an event leaves out that belongs in it is found here, so that the event is held and not half applied. */
    public Card {
        Stream.of(promise, status, health, updates, submittedOn, changedAt).forEach(Objects::requireNonNull);
        milestones = List.copyOf(milestones);
        indicators = List.copyOf(indicators);
    }

    /** Lead, place and reach stand from the submission; the rest may be revised. */
    public record Promise(
            String title,
            String lead,
            List<String> supporting,
            Place place,
            Reach reach,
            LocalDate start,
            @Nullable LocalDate end) {

        public Promise {
            Stream.of(title, lead, place, reach, start).forEach(Objects::requireNonNull);
            supporting = List.copyOf(supporting);
        }
    }

    /** Where it stands in the alliance's work. */
    public record Place(
            String group,
            @Nullable String workstream,
            @Nullable Integer workPlanYear) {

        public Place {
            Objects.requireNonNull(group, "group");
        }
    }

    /**
     * Where and to what end.
     *
     * @param countries ISO 3166 alpha-3
     * @param regions UN M49
     */
    public record Reach(String level, List<String> countries, List<String> regions, List<String> sdgTargets) {

        public Reach {
            Objects.requireNonNull(level, "level");
            countries = List.copyOf(countries);
            regions = List.copyOf(regions);
            sdgTargets = List.copyOf(sdgTargets);
        }
    }

    /**
     * As computed by the commitment, with its reasons.
     *
     * @param status in force: a co-chair's view where there is one
     */
    public record Health(
            String status, List<String> reasons, @Nullable Override override) {

        public Health {
            Objects.requireNonNull(status, "health.status");
            reasons = List.copyOf(reasons);
        }

        /**
         * A co-chair's view in place of what is computed.
         *
         * @param computed what the status would be without it
         * @param until the last day on which it holds
         */
        public record Override(String computed, LocalDate until) {

            public Override {
                Stream.of(computed, until).forEach(Objects::requireNonNull);
            }
        }
    }

    Card with(Promise next) {
        return new Card(next, status, health, milestones, indicators, updates, submittedOn, changedAt);
    }

    Card with(String next) {
        return new Card(promise, next, health, milestones, indicators, updates, submittedOn, changedAt);
    }

    Card with(Health next, Instant at) {
        return new Card(promise, status, next, milestones, indicators, updates, submittedOn, at);
    }

    Card with(Updates next) {
        return new Card(promise, status, health, milestones, indicators, next, submittedOn, changedAt);
    }

    Card withMilestones(List<Milestone> next) {
        return new Card(promise, status, health, next, indicators, updates, submittedOn, changedAt);
    }

    Card withMilestone(String id, UnaryOperator<Milestone> change) {
        return withMilestones(milestones.stream()
                .map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    Card withIndicators(List<Indicator> next) {
        return new Card(promise, status, health, milestones, next, updates, submittedOn, changedAt);
    }

    Card withPeriod(String id, UnaryOperator<Indicator.Period> change) {
        return withIndicators(
                indicators.stream().map(one -> one.with(id, change)).toList());
    }
}
