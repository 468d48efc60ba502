package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Change} as it counts under one key. Summed up to a day on either axis, these give the total as it was, or as it
 * was known, that day.
 */
public record Tally(Key key, LocalDate effective, LocalDate recorded, Map<String, Long> changes) {

    /** One dimension and one of its keys; the alliance has the key {@code all}. */
    public record Key(String dimension, String value) {

        public static final Key ALLIANCE = new Key("alliance", "all");

        /**
         * What a commitment counts under never changes: its partner, place and reach stand from its submission. Regions
         * are counted themselves: countries do not add up to them.
         */
        public static List<Key> of(Card card) {
            Card.Promise promise = card.promise();
            Card.Reach reach = promise.reach();
            List<Key> keys = new ArrayList<>(List.of(
                    ALLIANCE,
                    new Key("partner", promise.lead()),
                    new Key("group", promise.place().group()),
                    new Key("level", reach.level())));
            if (promise.place().workstream() != null) {
                keys.add(new Key("workstream", promise.place().workstream()));
            }
            add(keys, "country", reach.countries());
            add(keys, "region", reach.regions());
            add(keys, "sdgTarget", reach.sdgTargets());
            return keys;
        }

        /** Named twice, it still counts once. */
        private static void add(List<Key> keys, String dimension, List<String> values) {
            values.stream().distinct().forEach(value -> keys.add(new Key(dimension, value)));
        }
    }

    public static List<Tally> of(@Nullable Card before, Card after) {
        List<Key> keys = Key.of(after);
        return Change.of(before, after).stream()
                .flatMap(change ->
                        keys.stream().map(key -> new Tally(key, change.effective(), change.recorded(), change.by())))
                .toList();
    }
}
