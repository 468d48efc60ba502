package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Milestone;
import org.waymark.progress.dashboard.domain.Milestone.State;
import org.waymark.progress.dashboard.domain.Progress;
import org.waymark.progress.dashboard.domain.Updates;
import org.waymark.progress.dashboard.store.Dashboard;
import org.waymark.progress.directory.Directory.Name;

/** A card as it is answered. {@code progress} is 0 to 1, absent where it is unknown. */
record CardView(
        String id,
        long sequence,
        String title,
        Name partner,
        String groupId,
        @Nullable String workstream,
        @Nullable Integer workPlanYear,
        String level,
        List<String> countries,
        List<String> regions,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end,
        String status,
        Card.Health health,
        ProgressView progress,
        Milestones milestones,
        @Nullable NextMilestone nextMilestone,
        long updates,
        long updatesReturned,
        long updatesVerified,
        Updates.@Nullable Last lastUpdate,
        Instant changedAt,
        @Nullable Instant incompleteSince) {

    record ProgressView(
            @Nullable BigDecimal selfReported, @Nullable BigDecimal verified) {}

    /** What is verified is among the reached. */
    record Milestones(
            long total,
            long reached,
            long verified,
            long missed,
            long cancelled,
            long overdue,
            long slips,
            long slippedDays) {}

    /** The open one that is due first. */
    record NextMilestone(String id, String title, LocalDate due, boolean overdue) {}

    static CardView of(Dashboard.Standing standing, @Nullable Name partner, LocalDate today) {
        Card card = standing.card();
        Card.Promise promise = card.promise();
        Progress progress = Progress.of(card, today);
        return new CardView(
                standing.id(),
                standing.sequence(),
                promise.title(),
                partner == null ? new Name(promise.lead(), "") : partner,
                promise.place().group(),
                promise.place().workstream(),
                promise.place().workPlanYear(),
                promise.reach().level(),
                promise.reach().countries(),
                promise.reach().regions(),
                promise.reach().sdgTargets(),
                promise.start(),
                promise.end(),
                card.status(),
                card.health(),
                new ProgressView(progress.selfReported(), progress.verified()),
                milestones(card.milestones()),
                next(card.milestones()),
                card.updates().count(),
                card.updates().returned(),
                card.updates().verified(),
                card.updates().last(),
                card.changedAt(),
                standing.incompleteSince());
    }

    private static Milestones milestones(List<Milestone> all) {
        return new Milestones(
                all.size(),
                count(all, Set.of(State.REACHED, State.VERIFIED)),
                count(all, Set.of(State.VERIFIED)),
                count(all, Set.of(State.MISSED)),
                count(all, Set.of(State.CANCELLED)),
                all.stream().filter(Milestone::standsOverdue).count(),
                all.stream().mapToLong(one -> one.schedule().slips()).sum(),
                all.stream().mapToLong(one -> one.schedule().slippedDays()).sum());
    }

    private static long count(List<Milestone> all, Set<State> states) {
        return all.stream().filter(one -> states.contains(one.state())).count();
    }

    private static @Nullable NextMilestone next(List<Milestone> all) {
        return all.stream()
                .filter(Milestone::isOpen)
                .min(Comparator.comparing(one -> one.schedule().due()))
                .map(one ->
                        new NextMilestone(one.id(), one.title(), one.schedule().due(), one.standsOverdue()))
                .orElse(null);
    }
}
