package org.waymark.progress.dashboard.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Updates;

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

    private static final int PLACES_SHOWN = 5;

    /** {@code code} is for the style sheet; what it means always stands beside it in words. */
    record HealthWords(String code, String words, String reasons) {}

    record Next(String title, Words.Time due, boolean overdue) {}

    /** {@code review} is null where nothing has been said of it yet. */
    record Update(
            Words.Time recorded,
            @Nullable String assessment,
            @Nullable String review) {}

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
        List<String> named = Stream.concat(
                        card.regions().stream().map(PlaceNames::region),
                        card.countries().stream().map(PlaceNames::country))
                .toList();
        if (named.isEmpty()) {
            return Words.of(card.level());
        }
        int more = named.size() - PLACES_SHOWN;
        return Words.of(card.level()) + ": "
                + named.stream().limit(PLACES_SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static HealthWords health(Card.Health health) {
        Card.Health.Override override = health.override();
        String reasons = reasons(health);
        if (override != null) {
            String view =
                    "A co-chair's view until " + Words.day(override.until()).words() + ", in place of: "
                            + Words.of(override.computed()).toLowerCase(Locale.ENGLISH);
            reasons = health.reasons().isEmpty() ? view : view + ". " + reasons;
        }
        return new HealthWords(health.status(), Words.of(health.status()), reasons);
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
        long promised = milestones.total() - milestones.cancelled();
        return Words.count(milestones.reached()) + " of " + Words.count(promised)
                + (promised == 1 ? " milestone reached" : " milestones reached")
                + some(milestones.verified(), "verified")
                + some(milestones.overdue(), "overdue")
                + some(milestones.missed(), "missed")
                + some(milestones.cancelled(), "cancelled")
                + putOff(milestones);
    }

    private static String some(long number, String what) {
        return number == 0 ? "" : ", " + Words.count(number) + " " + what;
    }

    private static String putOff(CardView.Milestones milestones) {
        return milestones.slips() == 0
                ? ""
                : "; put off " + Words.times(milestones.slips()) + ", by " + Words.days(milestones.slippedDays());
    }

    private static @Nullable Next next(CardView.@Nullable NextMilestone next) {
        return next == null ? null : new Next(next.title(), Words.day(next.due()), next.overdue());
    }

    private static @Nullable Update update(Updates.@Nullable Last last) {
        if (last == null) {
            return null;
        }
        String assessment = last.assessment() == null ? null : Words.of(last.assessment());
        return new Update(Words.moment(last.recordedAt()), assessment, review(last));
    }

    private static @Nullable String review(Updates.Last last) {
        return switch (Objects.requireNonNullElse(last.status(), "")) {
            case "verified" -> "Verified";
            case "returned" -> "Returned to its author";
            default -> last.revision() > 1 ? "Submitted again" : null;
        };
    }
}
