package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.*;
import org.waymark.progress.dashboard.domain.RandomHistory.Recorded;

/**
 * What a commitment counts for on a day, as known on another: straight from its events, by looking whether each thing held
 * on that one day, without cards, spans or differences.
 */
final class PlainCount {

    /** What is known of a milestone in the end. */
    private static final class Step {
        private final LocalDate added;
        private LocalDate dueSince;
        private @Nullable LocalDate on;
        private @Nullable LocalDate verified;
        private @Nullable LocalDate missed;
        private @Nullable LocalDate cancelled;
        private final List<LocalDate> overdueFrom = new ArrayList<>();
        private final List<LocalDate> overdueUntil = new ArrayList<>();

        private Step(LocalDate added) {
            this.added = added;
            this.dueSince = added;
        }

        private boolean isOverdue(LocalDate day) {
            for (int i = 0; i < overdueFrom.size(); i++) {
                boolean ended = i < overdueUntil.size() && !day.isBefore(overdueUntil.get(i));
                if (!day.isBefore(overdueFrom.get(i)) && !ended) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Map<String, Long> count = new HashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private @Nullable String status;
    private @Nullable String health;

    private PlainCount() {}

    static Map<String, Long> of(List<Recorded> history, LocalDate asOf, LocalDate knownAt) {
        PlainCount plain = new PlainCount();
        for (Recorded one : history) {
            if (!one.day().isAfter(knownAt) && !one.day().isAfter(asOf)) {
                plain.judge(one.event());
            }
            if (!one.day().isAfter(knownAt)) {
                plain.learn(one.event(), one.day());
            }
        }
        if (plain.status != null) {
            plain.add("commitments", 1);
            plain.add("status " + plain.status, 1);
            plain.add("health " + plain.health, 1);
            plain.steps.values().forEach(step -> plain.add(step, asOf));
        }
        return plain.count;
    }

    /** Effective when recorded. */
    private void judge(CommitmentEvents event) {
        health = event.health() == null
                ? health
                : Objects.requireNonNull(event.health()).status();
        switch (event) {
            case Submitted e -> status = e.status();
            case StatusChanged e -> status = e.to();
            case ProgressReported e -> add("updates", 1);
            case UpdateVerified e -> add("updates verified", 1);
            case MilestoneRescheduled e -> {
                add("milestones slips", e.to().isAfter(e.from()) ? 1 : 0);
                add("milestones slippedDays", Math.max(0, ChronoUnit.DAYS.between(e.from(), e.to())));
            }
            default -> {}
        }
    }

    private void learn(CommitmentEvents event, LocalDate day) {
        switch (event) {
            case Submitted e -> e.milestones().forEach(one -> steps.put(one.id(), new Step(day)));
            case MilestoneAdded e -> steps.put(e.milestone().id(), new Step(day));
            case ProgressReported e -> said(e.retracted(), e.milestones());
            case UpdateResubmitted e -> said(e.retracted(), e.milestones());
            case UpdateVerified e -> e.milestones().forEach(id -> at(id, step -> step.verified = day));
            case MilestoneVerified e -> at(e.milestoneId(), step -> step.verified = day);
            case MilestoneMissed e -> at(e.milestoneId(), step -> step.missed = day);
            case MilestoneCancelled e -> at(e.milestoneId(), step -> step.cancelled = day);
            case MilestoneOverdue e ->
                at(e.milestoneId(), step -> step.overdueFrom.add(later(e.due().plusDays(1), step.dueSince)));
            case MilestoneRescheduled e ->
                at(e.milestoneId(), step -> {
                    step.dueSince = day;
                    while (step.overdueUntil.size() < step.overdueFrom.size()) {
                        step.overdueUntil.add(day);
                    }
                });
            default -> {}
        }
    }

    private void said(@Nullable Retraction retracted, List<Claim> claims) {
        if (retracted != null) {
            retracted.milestones().forEach(id -> at(id, step -> step.on = null));
        }
        claims.forEach(claim -> at(claim.id(), step -> step.on = claim.on()));
    }

    private void at(String milestone, Consumer<Step> change) {
        Step step = steps.get(milestone);
        if (step != null) {
            change.accept(step);
        }
    }

    private void add(Step step, LocalDate day) {
        if (day.isBefore(step.added)) {
            return;
        }
        boolean reached = holds(step.on, day);
        boolean missed = holds(step.missed, day);
        boolean cancelled = holds(step.cancelled, day);
        boolean open = !reached && !missed && !cancelled;
        add("milestones planned", open ? 1 : 0);
        add("milestones reached", reached ? 1 : 0);
        add("milestones verified", reached && holds(step.verified, day) ? 1 : 0);
        add("milestones missed", missed ? 1 : 0);
        add("milestones cancelled", cancelled ? 1 : 0);
        add("milestones overdue", open && step.isOverdue(day) ? 1 : 0);
    }

    private void add(String measure, long by) {
        count.merge(measure, by, Long::sum);
    }

    private static boolean holds(@Nullable LocalDate since, LocalDate day) {
        return since != null && !since.isAfter(day);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
