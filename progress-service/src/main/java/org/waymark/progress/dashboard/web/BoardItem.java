package org.waymark.progress.dashboard.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card;

/** A card as the page shows it: spelled out, ready to print. */
record BoardItem(
        String id,
        long sequence,
        String title,
        String partner,
        String where,
        String targets,
        Words.Time start,
        Words.@Nullable Time end,
        String status,
        HealthWords health,
        Words.Share selfReported,
        Words.Share verified,
        String milestones,
        @Nullable Next next,
        @Nullable Update lastUpdate,
        Words.@Nullable Time incompleteSince) {

    private static final int COUNTRIES_SHOWN = 5;

    /** {@code code} is for the style sheet; what it means always stands beside it in words. */
    record HealthWords(String code, String words, String reasons) {}

    record Next(String title, Words.Time due, boolean overdue) {}

    record Update(Words.Time recorded, @Nullable String assessment) {}

    static BoardItem of(CardView card) {
        return new BoardItem(
                card.id(),
                card.sequence(),
                card.title(),
                card.partner().name().isBlank()
                        ? "Partner not named yet"
                        : card.partner().name(),
                where(card),
                String.join(", ", card.sdgTargets()),
                Words.day(card.start()),
                Words.when(card.end(), Words::day),
                Words.of(card.status()),
                health(card.health()),
                Words.share(card.progress().selfReported()),
                Words.share(card.progress().verified()),
                milestones(card.milestones()),
                next(card.nextMilestone()),
                update(card.lastUpdate()),
                Words.when(card.incompleteSince(), Words::moment));
    }

    private static String where(CardView card) {
        if (card.countries().isEmpty()) {
            return Words.of(card.level());
        }
        String named = card.countries().stream()
                .limit(COUNTRIES_SHOWN)
                .map(Words::country)
                .collect(Collectors.joining(", "));
        int more = card.countries().size() - COUNTRIES_SHOWN;
        return Words.of(card.level()) + ": " + named + (more > 0 ? " and " + more + " more" : "");
    }

    private static HealthWords health(Card.Health health) {
        return new HealthWords(health.status(), Words.of(health.status()), reasons(health));
    }

    private static String reasons(Card.Health health) {
        List<String> reasons = health.reasons().stream().map(Words::reason).toList();
        if (!reasons.isEmpty()) {
            return "Because of: " + String.join("; ", reasons);
        }
        return health.status().equals("unknown") ? "No assessment yet" : "Nothing recorded speaks against it";
    }

    private static String milestones(CardView.Milestones milestones) {
        if (milestones.total() == 0) {
            return "No milestones";
        }
        return Words.count(milestones.reached()) + " of " + Words.count(milestones.total())
                + (milestones.total() == 1 ? " milestone reached" : " milestones reached")
                + (milestones.overdue() == 0 ? "" : ", " + Words.count(milestones.overdue()) + " overdue");
    }

    private static @Nullable Next next(CardView.@Nullable NextMilestone next) {
        return next == null ? null : new Next(next.title(), Words.day(next.due()), next.overdue());
    }

    private static @Nullable Update update(Card.@Nullable LastUpdate last) {
        if (last == null) {
            return null;
        }
        String assessment = last.assessment() == null ? null : Words.of(last.assessment());
        return new Update(Words.moment(last.recordedAt()), assessment);
    }
}
