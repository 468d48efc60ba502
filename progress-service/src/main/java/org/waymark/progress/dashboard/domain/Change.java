package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event changes in what its commitment counts for: from {@code effective} on, as known since {@code recorded},
 * these measures are higher by so much. Both are days in UTC.
 *
 * <p>Judgements ({@link Judgements}) are effective when recorded: what differs between the card before and after counts
 * from the event's day on. Facts may be back-dated: their whole course ({@link Timeline}, {@link ProgressLine}) is drawn for the
 * card before and after, and the difference counts, which changes every day up to the next fact.
 */
public record Change(LocalDate effective, LocalDate recorded, Map<String, Long> by) {

    public static List<Change> of(@Nullable Card before, Card after) {
        LocalDate recorded = CardFold.day(after.changedAt());
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        add(byDay, Judgements.of(after, recorded), 1);
        if (before != null) {
            add(byDay, Judgements.of(before, recorded), -1);
        }
        if (before == null || !isPlannedAlike(before, after)) {
            facts(byDay, after, 1);
            if (before != null) {
                facts(byDay, before, -1);
            }
        }
        return changes(byDay, recorded);
    }

    private static List<Change> changes(Map<LocalDate, Map<String, Long>> byDay, LocalDate recorded) {
        List<Change> changes = new ArrayList<>();
        byDay.forEach((day, by) -> {
            by.values().removeIf(change -> change == 0);
            if (!by.isEmpty()) {
                changes.add(new Change(day, recorded, Map.copyOf(by)));
            }
        });
        return changes;
    }

    /** All that a card counts for by what is known on {@code today}, for that day and those after it. */
    public static List<Change> since(Card card, LocalDate today) {
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        add(byDay, Judgements.of(card, today), 1);
        facts(byDay, card, 1);
        return changes(byDay, today);
    }

    /** Most events leave all facts alone; then there is nothing to be drawn. */
    private static boolean isPlannedAlike(Card before, Card after) {
        return before.milestones().equals(after.milestones())
                && before.indicators().equals(after.indicators());
    }

    private static void facts(Map<LocalDate, Map<String, Long>> byDay, Card card, int sign) {
        add(byDay, Timeline.of(card.milestones()), sign);
        add(byDay, ProgressLine.of(card), sign);
    }

    private static void add(
            Map<LocalDate, Map<String, Long>> byDay, Map<LocalDate, Map<String, Long>> added, int sign) {
        added.forEach((day, changes) -> {
            Map<String, Long> sum = byDay.computeIfAbsent(day, key -> new HashMap<>());
            changes.forEach((measure, change) -> sum.merge(measure, sign * change, Long::sum));
        });
    }
}
