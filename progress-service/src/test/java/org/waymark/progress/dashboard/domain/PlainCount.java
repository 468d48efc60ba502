package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.*;
import org.waymark.progress.dashboard.domain.RandomHistory.Recorded;

/**
 * What a commitment counts for on a day, as known on another: straight from its events, by looking whether each thing held
 * on that one day, without cards, spans or differences.
 */
public final class PlainCount {

    /** What is known of a milestone in the end. */
    private static final class Step {
        private final LocalDate added;
        private LocalDate dueSince;
        private final int weight;
        private @Nullable LocalDate on;
        private boolean evidenced;
        private @Nullable LocalDate verified;
        private @Nullable LocalDate missed;
        private @Nullable LocalDate cancelled;
        private final List<LocalDate> overdueFrom = new ArrayList<>();
        private final List<LocalDate> overdueUntil = new ArrayList<>();

        private Step(LocalDate added, int weight) {
            this.added = added;
            this.weight = weight;
            this.dueSince = added;
        }

        private boolean isReached(LocalDate day) {
            return !day.isBefore(added) && holds(on, day);
        }

        private boolean isVerified(LocalDate day) {
            return isReached(day) && holds(verified, day);
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
    private final PlainProgress progress = new PlainProgress();
    private final Set<String> slipped = new HashSet<>();
    private @Nullable String status;
    private @Nullable String health;
    private @Nullable LocalDate heard;

    private PlainCount() {}

    public static Map<String, Long> of(List<Recorded> history, LocalDate asOf, LocalDate knownAt) {
        PlainCount plain = new PlainCount();
        for (Recorded one : history) {
            if (!one.day().isAfter(knownAt) && !one.day().isAfter(asOf)) {
                plain.judge(one.event(), one.day());
            }
            if (!one.day().isAfter(knownAt)) {
                plain.learn(one.event(), one.day());
                plain.progress.learn(one.event(), one.day());
            }
        }
        if (plain.status != null) {
            plain.add("commitments", 1);
            plain.add("byStatus " + plain.status, 1);
            plain.add("byHealth " + plain.health, 1);
            plain.add("freshness " + freshness(plain.heard, asOf), 1);
            plain.add("milestones slipped", plain.slipped.size());
            plain.addProgress(
                    "progress selfReported", plain.share(asOf, Step::isReached), plain.progress.selfReported(asOf));
            plain.addProgress("progress verified", plain.share(asOf, Step::isVerified), plain.progress.verified(asOf));
            plain.steps.values().forEach(step -> plain.add(step, asOf));
        }
        return plain.count;
    }

    /** Effective when recorded. */
    private void judge(CommitmentEvents event, LocalDate day) {
        health = event.health() == null
                ? health
                : Objects.requireNonNull(event.health()).status();
        switch (event) {
            case Submitted e -> status = e.status();
            case StatusChanged e -> status = e.to();
            case ProgressReported e -> {
                add("updates", 1);
                add("reportedBy " + e.organizationId(), 1);
                heard = day;
            }
            case UpdateResubmitted e -> heard = day;
            case UpdateVerified e -> add("updatesVerified", 1);
            case MilestoneRescheduled e -> {
                if (e.to().isAfter(e.from())) {
                    slipped.add(e.milestoneId());
                }
                add("milestones slips", e.to().isAfter(e.from()) ? 1 : 0);
                add("milestones slippedDays", Math.max(0, ChronoUnit.DAYS.between(e.from(), e.to())));
            }
            default -> {}
        }
    }

    private void learn(CommitmentEvents event, LocalDate day) {
        switch (event) {
            case Submitted e -> e.milestones().forEach(one -> steps.put(one.id(), new Step(day, one.weight())));
            case MilestoneAdded e ->
                steps.put(e.milestone().id(), new Step(day, e.milestone().weight()));
            case ProgressReported e -> said(e.retracted(), e.milestones(), e.evidence());
            case UpdateResubmitted e -> said(e.retracted(), e.milestones(), e.evidence());
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

    private void said(@Nullable Retraction retracted, List<Claim> claims, @Nullable Integer evidence) {
        if (retracted != null) {
            retracted.milestones().forEach(id -> at(id, step -> step.on = null));
        }
        claims.forEach(claim -> at(claim.id(), step -> {
            step.on = claim.on();
            step.evidenced = evidence != null && evidence > 0;
        }));
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
        add("milestones evidenced", reached && step.evidenced ? 1 : 0);
        add("milestones verified", reached && holds(step.verified, day) ? 1 : 0);
        add("milestones missed", missed ? 1 : 0);
        add("milestones cancelled", cancelled ? 1 : 0);
        add("milestones overdue", open && step.isOverdue(day) ? 1 : 0);
    }

    private static String freshness(@Nullable LocalDate heard, LocalDate day) {
        if (heard == null) {
            return "never";
        }
        long age = ChronoUnit.DAYS.between(heard, day);
        return age < 30 ? "within30Days" : age < 90 ? "within90Days" : "longer";
    }

    /** Null where there was no milestone to go by; without a value where nothing can be said. */
    private @Nullable Optional<BigDecimal> share(LocalDate day, BiPredicate<Step, LocalDate> which) {
        List<Step> there = steps.values().stream()
                .filter(step -> !day.isBefore(step.added))
                .toList();
        long all = there.stream()
                .filter(step -> !holds(step.cancelled, day))
                .mapToLong(step -> step.weight)
                .sum();
        long some = there.stream()
                .filter(step -> which.test(step, day))
                .mapToLong(step -> step.weight)
                .sum();
        if (there.isEmpty()) {
            return null;
        }
        return all == 0 ? Optional.empty() : Optional.of(PlainProgress.ratio(some, all));
    }

    private void addProgress(String measure, @Nullable Optional<BigDecimal> share, Optional<BigDecimal> mean) {
        (share == null ? mean : share).ifPresent(known -> {
            add(measure, known.movePointRight(4).longValueExact());
            add(measure + " known", 1);
        });
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

    public static boolean isUnder(List<Recorded> history, Tally.Key key) {
        return history.getFirst().event() instanceof Submitted submitted && isUnder(submitted, key);
    }

    private static boolean isUnder(Submitted commitment, Tally.Key key) {
        return switch (key.dimension()) {
            case "alliance" -> true;
            case "partner" -> commitment.lead().partnerId().equals(key.value());
            case "group" -> commitment.groupId().equals(key.value());
            case "level" -> commitment.level().equals(key.value());
            case "country" -> commitment.countries().contains(key.value());
            case "region" ->
                commitment.regions() != null && commitment.regions().contains(key.value());
            case "sdgTarget" -> commitment.sdgTargets().contains(key.value());
            case "workstream" -> key.value().equals(commitment.workstream());
            default -> throw new IllegalArgumentException(key.dimension());
        };
    }
}
