package org.waymark.progress.dashboard.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.domain.Happened;

/**
 * All events, each once, in the order in which they were applied. A place in it is a vector of the offsets that are to be
 * read next; {@link Places} keeps it good when the read model is made anew.
 */
@Component
public class OrderedJournal {

    /** @param next the place to go on from, also where there was nothing */
    public record Read(List<Happened> items, TreeMap<Integer, Long> next) {}

    private final ReadModels models;

    OrderedJournal(ReadModels models) {
        this.models = models;
    }

    /**
     * What was applied from that place on; of what one record set free, all or nothing. How far the feed has come is read
     * first: below that, nothing is added any more.
     *
     * @throws Problem 503 while what an earlier version made is served, which kept no journal
     */
    public Read after(Map<Integer, Long> place, int limit) {
        ReadModel model = models.serving();
        if (!model.hasJournal()) {
            throw Problem.unavailable("rebuilding", "The dashboard is being made anew.", Duration.ofSeconds(10));
        }
        Map<Integer, Long> until = model.feed().positions();
        TreeMap<Integer, Long> next = new TreeMap<>(place);
        List<Deque<List<Happened>>> found = new ArrayList<>();
        until.forEach((partition, end) -> {
            Deque<List<Happened>> rows =
                    model.activity.inOrder(partition, place.getOrDefault(partition, 0L), end, limit);
            if (rows.isEmpty()) {
                next.merge(partition, end, Math::max);
            } else {
                found.add(rows);
            }
        });
        return merged(found, next, limit);
    }

    /** Partitions by time, so that none waits for another; within one nothing changes places. */
    private static Read merged(List<Deque<List<Happened>>> found, TreeMap<Integer, Long> next, int limit) {
        List<Happened> items = new ArrayList<>();
        while (!found.isEmpty()) {
            Deque<List<Happened>> earliest = found.stream()
                    .min(Comparator.comparing(rows -> rows.getFirst().getFirst().time()))
                    .orElseThrow();
            List<Happened> together = earliest.getFirst();
            if (!items.isEmpty() && items.size() + together.size() > limit) {
                break;
            }
            items.addAll(earliest.removeFirst());
            next.put(together.getFirst().partition(), together.getFirst().offset() + 1);
            found.removeIf(Deque::isEmpty);
        }
        return new Read(items, next);
    }
}
