package org.waymark.progress.dashboard.live;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How far a reader has come: the next offset per partition, written {@code 0:17,1:4}. The id of a live message. */
public record Positions(TreeMap<Integer, Long> byPartition) {

    private static final Pattern WRITTEN = Pattern.compile("\\d+:\\d+(,\\d+:\\d+)*");

    /** From where nothing can be made up for. */
    static final Positions NOWHERE = new Positions(new TreeMap<>());

    static Positions of(int partition, long next) {
        return new Positions(new TreeMap<>(Map.of(partition, next)));
    }

    /** The farther of both, partition by partition. */
    Positions and(Positions other) {
        TreeMap<Integer, Long> farther = new TreeMap<>(byPartition);
        other.byPartition().forEach((partition, next) -> farther.merge(partition, next, Math::max));
        return new Positions(farther);
    }

    long at(int partition) {
        return byPartition.getOrDefault(partition, 0L);
    }

    @Override
    public String toString() {
        return byPartition.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** Whether nothing of the other is left to be read here. */
    boolean covers(Positions other) {
        return other.byPartition().entrySet().stream().allMatch(one -> at(one.getKey()) >= one.getValue());
    }

    /** Nothing where it is no position of ours. An empty text is the position of one who has read nothing. */
    static Optional<Positions> parse(String text) {
        TreeMap<Integer, Long> found = new TreeMap<>();
        if (text.isEmpty()) {
            return Optional.of(new Positions(found));
        }
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            for (String one : text.split(",")) {
                int colon = one.indexOf(':');
                found.put(Integer.parseInt(one.substring(0, colon)), Long.parseLong(one.substring(colon + 1)));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(new Positions(found));
    }
}
