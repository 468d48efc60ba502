package org.waymark.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate's whole document, as it stands or as a group of commands is about to leave it: state, every event not yet
 * known to be in Kafka, and the recent command keys. Used by one thread at a time.
 */
final class Image {

    final String id;
    final long version;
    long sequence;

    @Nullable
    Document state;

    private @Nullable Instant nextDue;

    List<OutboxEntry> outbox;
    CommandKeys keys;

    @Nullable
    Binary created;

    private boolean changed;

    private Image(String id, @Nullable Document stored, String source) {
        this.id = id;
        if (stored == null) {
            version = 0;
            outbox = new ArrayList<>();
            keys = CommandKeys.none();
            return;
        }
        version = stored.getLong("v");
        sequence = stored.getLong("sequence");
        state = stored.get("state", Document.class);
        Date due = stored.getDate("nextDue");
        nextDue = due == null ? null : due.toInstant();
        outbox = new ArrayList<>(stored.getList("outbox", Document.class).stream()
                .map(entry -> OutboxEntry.read(entry, id, source))
                .toList());
        keys = new CommandKeys(stored.get("keys", Binary.class));
        created = stored.get("created", Binary.class);
    }

    static Image read(String id, @Nullable Document stored, String source) {
        return new Image(id, stored, source);
    }

    boolean exists() {
        return state != null;
    }

    boolean changed() {
        return changed;
    }

    /** The entries a replacement may leave out, because Kafka is known to have them and all before them. */
    List<OutboxEntry> takeOut(long acknowledged) {
        List<OutboxEntry> out = outbox.stream()
                .filter(entry -> entry.sequence() <= acknowledged)
                .toList();
        outbox.removeAll(out);
        changed |= !out.isEmpty();
        return out;
    }

    int outboxBytes() {
        return outbox.stream().mapToInt(OutboxEntry::bytes).sum();
    }

    void append(OutboxEntry entry) {
        outbox.add(entry);
        sequence = entry.sequence();
        changed = true;
    }

    /**
     * Another time is written even where nothing else changes: one that stood although it has nothing to record would be
     * due for ever. Of what does not stand yet there is nothing to write.
     */
    void schedule(@Nullable Instant next) {
        Instant storable = next == null ? null : next.truncatedTo(ChronoUnit.MILLIS);
        changed |= exists() && !Objects.equals(storable, nextDue);
        nextDue = storable;
    }

    /** The document that replaces version {@code v}, guarded by it. */
    Document write() {
        Document document = new Document("_id", id).append("v", version + 1).append("sequence", sequence);
        if (nextDue != null) {
            document.append("nextDue", Date.from(nextDue));
        }
        if (!outbox.isEmpty()) {
            document.append("pendingSince", Date.from(outbox.getFirst().event().time()));
        }
        return document.append("state", state)
                .append("created", created)
                .append("keys", keys.packed())
                .append("outbox", outbox.stream().map(OutboxEntry::write).toList());
    }
}
