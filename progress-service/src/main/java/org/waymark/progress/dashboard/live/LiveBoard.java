package org.waymark.progress.dashboard.live;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passes on which commitment changed, from the topic to whoever listens. It keeps the last changes, so that a reader
 * that was cut off can go on from the position it names; one that was away for longer is told to read everything again.
 */
@Component
public class LiveBoard {

    private static final int REMEMBERED = 20_000;

    /** One event of one commitment, at its place in the topic. */
    record Change(
            int partition,
            long offset,
            String id,
            long sequence,
            @Nullable String traceparent) {}

    private final ArrayDeque<Change> recent = new ArrayDeque<>();
    private final Map<Integer, Long> firstKnown = new HashMap<>();
    private final TreeMap<Integer, Long> position = new TreeMap<>();
    private final Set<Reader> readers = new CopyOnWriteArraySet<>();

    synchronized void publish(Change change) {
        firstKnown.putIfAbsent(change.partition(), change.offset());
        position.put(change.partition(), change.offset() + 1);
        recent.add(change);
        if (recent.size() > REMEMBERED) {
            Change dropped = recent.removeFirst();
            firstKnown.put(dropped.partition(), dropped.offset() + 1);
        }
        Positions now = new Positions(new TreeMap<>(position));
        readers.forEach(reader -> reader.offer(change, now));
    }

    /** A new reader; {@code last} is the position it has read up to, null if it has just read the board itself. */
    synchronized Reader join(@Nullable Positions last) {
        Positions now = new Positions(new TreeMap<>(position));
        Reader reader = new Reader(now);
        if (last != null) {
            if (reachesBack(last)) {
                recent.stream()
                        .filter(change -> change.offset() >= last.at(change.partition()))
                        .forEach(change -> reader.offer(change, now));
            } else {
                reader.resync(now);
            }
        }
        readers.add(reader);
        return reader;
    }

    void leave(Reader reader) {
        readers.remove(reader);
    }

    void closeAll() {
        readers.forEach(Reader::close);
    }

    /** Whether every change since is still remembered. */
    private boolean reachesBack(Positions last) {
        return !last.equals(Positions.NOWHERE)
                && last.byPartition().keySet().containsAll(position.keySet())
                && last.byPartition().entrySet().stream().allMatch(entry -> {
                    Long first = firstKnown.get(entry.getKey());
                    return first != null && entry.getValue() >= first;
                });
    }
}
