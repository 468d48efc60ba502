package org.waymark.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The state of one aggregate in one feed: the view, the sequence it stands at, and the records held back. It decides for
 * each record whether it applies, repeats, or must be held; a record that fills a hole releases those behind it.
 */
final class FeedView<V> {

    private static final int REMEMBERED_IDS = 32;

    final String subject;
    final List<Projection.Step<V>> steps = new ArrayList<>();
    final List<HeldRecord> toHold = new ArrayList<>();
    final List<HeldRecord> released = new ArrayList<>();
    final List<HeldRecord> rejected = new ArrayList<>();

    private final Projection<V> projection;
    private final List<HeldRecord> held;
    private final List<String> ids;
    private final long version;
    private long sequence;
    private @Nullable V view;
    private @Nullable Instant heldSince;
    private int partition;
    private boolean changed;

    FeedView(String subject, @Nullable Document stored, List<HeldRecord> held, Projection<V> projection) {
        this.subject = subject;
        this.projection = projection;
        this.held = new ArrayList<>(held);
        this.ids = new ArrayList<>(stored == null ? List.of() : stored.getList("ids", String.class));
        this.version = stored == null ? 0 : stored.getLong("v");
        this.sequence = stored == null ? 0 : stored.getLong("sequence");
        Document inner = stored == null ? null : stored.get("view", Document.class);
        this.view = inner == null ? null : projection.read(inner);
        Date since = stored == null ? null : stored.getDate("heldSince");
        this.heldSince = since == null ? null : since.toInstant();
    }

    boolean changed() {
        return changed;
    }

    void accept(Arrival arrival) {
        Event event = arrival.event();
        partition = arrival.partition();
        if (event.sequence() <= sequence) {
            if (isFork(event)) {
                hold(arrival, "Sequence " + event.sequence() + " was taken by another event before: a fork.");
            }
        } else if (event.sequence() > sequence + 1) {
            hold(arrival, "Sequence " + (sequence + 1) + " is missing.");
        } else if (arrival.redriven()) {
            held.stream()
                    .filter(row -> row.event().sequence() == event.sequence()
                            && !row.event().id().equals(event.id()))
                    .forEach(rejected::add);
            held.removeAll(rejected);
            applyOrHold(arrival);
        } else if (held.stream().anyMatch(row -> row.event().sequence() == event.sequence())) {
            hold(arrival, "Sequence " + event.sequence() + " is claimed by another event, which is held too.");
        } else {
            applyOrHold(arrival);
        }
    }

    private void applyOrHold(Arrival arrival) {
        String refusal = apply(arrival.event(), arrival);
        if (refusal != null) {
            hold(arrival, refusal);
            return;
        }
        release(arrival);
    }

    private void release(Arrival trigger) {
        for (List<HeldRecord> next = heldAt(sequence + 1); next.size() == 1; next = heldAt(sequence + 1)) {
            if (apply(next.getFirst().event(), trigger) != null) {
                break;
            }
        }
        List<HeldRecord> past = held.stream()
                .filter(row -> row.event().sequence() <= sequence && !isFork(row.event()))
                .toList();
        released.addAll(past);
        held.removeAll(past);
        if (held.isEmpty() && heldSince != null) {
            heldSince = null;
            changed = true;
        }
    }

    private List<HeldRecord> heldAt(long wanted) {
        return held.stream()
                .filter(row -> row.event().sequence() == wanted)
                .sorted(Comparator.comparing(row -> row.event().id()))
                .toList();
    }

    /** Returns why not, or null once applied. */
    private @Nullable String apply(Event event, Arrival trigger) {
        if (projection.understands(event.type())) {
            V before = view;
            try {
                view = projection.apply(before, event);
            } catch (RuntimeException e) {
                return "The event cannot be read: " + e.getMessage();
            }
            steps.add(new Projection.Step<>(event, trigger.partition(), trigger.offset(), before, view));
        } else if (!projection.ignores(event.type())) {
            return "Type " + event.type() + " is not known to this version.";
        }
        sequence = event.sequence();
        ids.add(event.id());
        if (ids.size() > REMEMBERED_IDS) {
            ids.removeFirst();
        }
        changed = true;
        return null;
    }

    /** Only the ids of the last events are remembered; an older repetition counts as one. */
    private boolean isFork(Event event) {
        long oldest = sequence - ids.size() + 1;
        return event.sequence() >= oldest && !Objects.equals(ids.get((int) (event.sequence() - oldest)), event.id());
    }

    void hold(Arrival arrival, String reason) {
        if (held.stream()
                .anyMatch(row -> row.event().id().equals(arrival.event().id()))) {
            return;
        }
        HeldRecord row = new HeldRecord(arrival.event(), arrival.partition(), arrival.offset(), Instant.now(), reason);
        held.add(row);
        toHold.add(row);
        if (heldSince == null) {
            heldSince = row.since();
            changed = true;
        }
    }

    Document write() {
        Document document = new Document("_id", subject)
                .append("v", version + 1)
                .append("partition", partition)
                .append("sequence", sequence)
                .append("ids", ids);
        if (heldSince != null) {
            document.append("heldSince", Date.from(heldSince));
        }
        if (view != null) {
            document.append("view", projection.write(view));
        }
        return document;
    }

    /** A readable record with its place in the topic. */
    record Arrival(Event event, int partition, long offset, boolean redriven) {}
}
