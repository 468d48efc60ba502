package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Net changes of totals. Each says: from {@code effective} on, as known since {@code recorded}, this measure is higher by
 * so much for this key. Summed up to a day on either axis they give the total as it was, or as it was known, that day.
 *
 * <p>Judgements (status, health, updates) are effective when recorded: what differs between the card before and after
 * counts from the event's day. Milestone facts may be back-dated: their whole timeline is drawn for the card before and
 * after, and the difference counts, which changes every day up to the next fact.
 */
public record Tally(Key key, LocalDate effective, LocalDate recorded, Map<String, Long> changes) {

    /** One dimension and one of its keys; the alliance has the key {@code all}. */
    public record Key(String dimension, String value) {
        public static final Key ALLIANCE = new Key("alliance", "all");
    }

    public static List<Tally> of(@Nullable Card before, Card after, Instant recordedAt) {
        LocalDate recorded = CardFold.day(recordedAt);
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        add(byDay, recorded, judgements(after), 1);
        add(byDay, recorded, before == null ? Map.of() : judgements(before), -1);
        timeline(after).forEach((day, changes) -> add(byDay, day, changes, 1));
        if (before != null) {
            timeline(before).forEach((day, changes) -> add(byDay, day, changes, -1));
        }
        List<Tally> tallies = new ArrayList<>();
        byDay.forEach((day, changes) -> {
            changes.values().removeIf(change -> change == 0);
            if (!changes.isEmpty()) {
                keys(after).forEach(key -> tallies.add(new Tally(key, day, recorded, Map.copyOf(changes))));
            }
        });
        return tallies;
    }

    /** What a commitment counts under never changes: its partner, group, level and countries stand from its submission. */
    private static List<Key> keys(Card card) {
        List<Key> keys = new ArrayList<>(List.of(
                Key.ALLIANCE,
                new Key("partner", card.lead()),
                new Key("group", card.group()),
                new Key("level", card.level())));
        card.countries().forEach(country -> keys.add(new Key("country", country)));
        return keys;
    }

    private static Map<String, Long> judgements(Card card) {
        return Map.of(
                "commitments",
                1L,
                "status " + card.status(),
                1L,
                "health " + card.health().status(),
                1L,
                "updates",
                card.updates());
    }

    /** The milestones' days of change. A commitment counts from its submission: nothing is effective before. */
    private static Map<LocalDate, Map<String, Long>> timeline(Card card) {
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        for (Card.Milestone milestone : card.milestones()) {
            LocalDate from = card.submittedOn();
            LocalDate reached = milestone.on() == null ? null : later(milestone.on(), from);
            LocalDate overdue = milestone.overdueOn() == null ? null : later(milestone.overdueOn(), from);
            add(byDay, from, Map.of("milestones planned", 1L), 1);
            if (reached != null) {
                add(byDay, reached, Map.of("milestones planned", -1L, "milestones reached", 1L), 1);
            }
            if (overdue != null && (reached == null || reached.isAfter(overdue))) {
                add(byDay, overdue, Map.of("milestones overdue", 1L), 1);
                if (reached != null) {
                    add(byDay, reached, Map.of("milestones overdue", -1L), 1);
                }
            }
        }
        return byDay;
    }

    private static void add(
            Map<LocalDate, Map<String, Long>> byDay, LocalDate day, Map<String, Long> changes, int sign) {
        Map<String, Long> sum = byDay.computeIfAbsent(day, key -> new HashMap<>());
        changes.forEach((measure, change) -> sum.merge(measure, sign * change, Long::sum));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
