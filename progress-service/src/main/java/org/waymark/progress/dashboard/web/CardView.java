package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Progress;
import org.waymark.progress.dashboard.store.Dashboard;
import org.waymark.progress.directory.Directory.Name;

/** A card as it is answered. {@code progress} is 0 to 1, absent where it is unknown. */
record CardView(
        String id,
        long sequence,
        String title,
        Name partner,
        String groupId,
        String level,
        List<String> countries,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end,
        String status,
        Card.Health health,
        ProgressView progress,
        Milestones milestones,
        @Nullable NextMilestone nextMilestone,
        long updates,
        Card.@Nullable LastUpdate lastUpdate,
        Instant changedAt,
        @Nullable Instant incompleteSince) {

    record ProgressView(
            @Nullable BigDecimal selfReported, @Nullable BigDecimal verified) {}

    record Milestones(long total, long reached, long overdue) {}

    /** The open one that is due first. */
    record NextMilestone(String id, String title, LocalDate due, boolean overdue) {}

    static CardView of(Dashboard.Standing standing, @Nullable Name partner, LocalDate today) {
        Card card = standing.card();
        Progress progress = Progress.of(card, today);
        return new CardView(
                standing.id(),
                standing.sequence(),
                card.title(),
                partner == null ? new Name(card.lead(), "") : partner,
                card.group(),
                card.level(),
                card.countries(),
                card.sdgTargets(),
                card.start(),
                card.end(),
                card.status(),
                card.health(),
                new ProgressView(progress.selfReported(), progress.verified()),
                milestones(card),
                next(card),
                card.updates(),
                card.lastUpdate(),
                card.changedAt(),
                standing.incompleteSince());
    }

    private static Milestones milestones(Card card) {
        return new Milestones(
                card.milestones().size(),
                card.milestones().stream().filter(one -> !one.isOpen()).count(),
                card.milestones().stream().filter(CardView::isOverdue).count());
    }

    private static @Nullable NextMilestone next(Card card) {
        return card.milestones().stream()
                .filter(Card.Milestone::isOpen)
                .min(Comparator.comparing(Card.Milestone::due))
                .map(one -> new NextMilestone(one.id(), one.title(), one.due(), isOverdue(one)))
                .orElse(null);
    }

    private static boolean isOverdue(Card.Milestone milestone) {
        return milestone.isOpen() && milestone.overdueOn() != null;
    }
}
