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
 * <p>Judgements (status, health, updates, slips) are effective when recorded: what differs between the card before and
 * after counts from the event's day. Milestone facts may be back-dated: their whole timeline ({@link Timeline}) is drawn
 * for the card before and after, and the difference counts, which changes every day up to the next fact.
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
        Timeline.of(after.milestones()).forEach((day, changes) -> add(byDay, day, changes, 1));
        if (before != null) {
            Timeline.of(before.milestones()).forEach((day, changes) -> add(byDay, day, changes, -1));
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

    /**
     * What a commitment counts under never changes: its partner, place and reach stand from its submission. Regions are
     * counted themselves: countries do not add up to them.
     */
    private static List<Key> keys(Card card) {
        Card.Promise promise = card.promise();
        Card.Reach reach = promise.reach();
        List<Key> keys = new ArrayList<>(List.of(
                Key.ALLIANCE,
                new Key("partner", promise.lead()),
                new Key("group", promise.place().group()),
                new Key("level", reach.level())));
        if (promise.place().workstream() != null) {
            keys.add(new Key("workstream", promise.place().workstream()));
        }
        add(keys, "country", reach.countries());
        add(keys, "region", reach.regions());
        add(keys, "sdg-target", reach.sdgTargets());
        return keys;
    }

    /** Named twice, it still counts once. */
    private static void add(List<Key> keys, String dimension, List<String> values) {
        values.stream().distinct().forEach(value -> keys.add(new Key(dimension, value)));
    }

    private static Map<String, Long> judgements(Card card) {
        List<Schedule> schedules =
                card.milestones().stream().map(Milestone::schedule).toList();
        return Map.of(
                "commitments",
                1L,
                "status " + card.status(),
                1L,
                "health " + card.health().status(),
                1L,
                "updates",
                card.updates().published(),
                "updates verified",
                card.updates().verified(),
                "milestones slips",
                schedules.stream().mapToLong(Schedule::slips).sum(),
                "milestones slippedDays",
                schedules.stream().mapToLong(Schedule::slippedDays).sum());
    }

    private static void add(
            Map<LocalDate, Map<String, Long>> byDay, LocalDate day, Map<String, Long> changes, int sign) {
        Map<String, Long> sum = byDay.computeIfAbsent(day, key -> new HashMap<>());
        changes.forEach((measure, change) -> sum.merge(measure, sign * change, Long::sum));
    }
}
