package org.waymark.progress.commitments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.platform.Problem;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentId;

/** Commitments in a map, with command keys remembered as the platform's store remembers them. */
public final class InMemoryCommitments implements Commitments {

    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    private record Remembered(byte[] body, long sequence) {}

    private static final class Kept {
        private final List<CommitmentEvent> events = new ArrayList<>();
        private final List<PastUpdate> updates = new ArrayList<>();
        private final Map<String, Remembered> keys = new HashMap<>();
        private byte[] created = {};
        private @Nullable Commitment commitment;
    }

    private final Map<String, Kept> kept = new TreeMap<>();

    @Override
    public Outcome change(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        Outcome repeated = repeated(id, key);
        if (repeated != null) {
            return repeated;
        }
        Kept one = kept.getOrDefault(id.value(), new Kept());
        List<CommitmentEvent> events = decide.apply(one.commitment == null ? null : standing(id, one));
        events.forEach(event -> apply(one, event, now));
        if (key.creates()) {
            one.created = key.body();
        }
        if (key.key() != null && !events.isEmpty()) {
            one.keys.put(HexFormat.of().formatHex(key.key()), new Remembered(key.body(), one.events.size()));
        }
        kept.put(id.value(), one);
        return new Outcome(standing(id, one), false);
    }

    @Override
    public Outcome rehearse(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        Outcome repeated = repeated(id, key);
        if (repeated != null) {
            return repeated;
        }
        Standing before = find(id).orElse(null);
        Commitment after = before == null ? null : before.commitment();
        for (CommitmentEvent event : decide.apply(before)) {
            after = Commitment.after(after, event);
        }
        return new Outcome(new Standing(id, 1, Objects.requireNonNull(after)), false);
    }

    private @Nullable Outcome repeated(CommitmentId id, CommandKey key) {
        Kept one = kept.getOrDefault(id.value(), new Kept());
        Remembered before =
                key.key() == null ? null : one.keys.get(HexFormat.of().formatHex(key.key()));
        if (before != null) {
            return repeated(id, one, before.body(), key, before.sequence());
        }
        return key.creates() && one.commitment != null ? repeated(id, one, one.created, key, one.events.size()) : null;
    }

    private static Outcome repeated(CommitmentId id, Kept one, byte[] body, CommandKey key, long sequence) {
        if (!Arrays.equals(body, key.body())) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "This was sent before with another body.");
        }
        return new Outcome(new Standing(id, sequence, Objects.requireNonNull(one.commitment)), true);
    }

    private static void apply(Kept one, CommitmentEvent event, Instant now) {
        one.commitment = Commitment.after(one.commitment, event);
        one.events.add(event);
        if (event instanceof ProgressReported reported) {
            one.updates.add(new PastUpdate(
                    reported.id().value(),
                    reported.partner().value(),
                    one.events.size(),
                    now,
                    reported.effective().toString(),
                    reported.report()));
        }
    }

    private static Standing standing(CommitmentId id, Kept one) {
        return new Standing(id, one.events.size(), Objects.requireNonNull(one.commitment));
    }

    /** What was recorded, in order. */
    public List<CommitmentEvent> events(CommitmentId id) {
        Kept one = kept.get(id.value());
        return one == null ? List.of() : List.copyOf(one.events);
    }

    public int size() {
        return kept.size();
    }

    @Override
    public Optional<Standing> find(CommitmentId id) {
        return Optional.ofNullable(kept.get(id.value())).map(one -> standing(id, one));
    }

    @Override
    public List<Standing> list(@Nullable String partner, @Nullable String group, @Nullable String after, int limit) {
        return kept.entrySet().stream()
                .filter(entry -> after == null || entry.getKey().compareTo(after) > 0)
                .map(entry -> standing(new CommitmentId(entry.getKey()), entry.getValue()))
                .filter(one -> partner == null
                        || one.commitment().promise().lead().value().equals(partner))
                .filter(one -> group == null
                        || one.commitment().promise().group().value().equals(group))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PastUpdate> updates(CommitmentId id, long before, int limit) {
        Kept one = kept.get(id.value());
        return one == null
                ? List.of()
                : one.updates.reversed().stream()
                        .filter(update -> update.sequence() < before)
                        .limit(limit)
                        .toList();
    }

    @Override
    public Optional<PastUpdate> update(CommitmentId id, String update) {
        return updates(id, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(one -> one.id().equals(update))
                .findFirst();
    }

    @Override
    public List<CommitmentId> due(Instant now, int limit) {
        return list(null, null, null, Integer.MAX_VALUE).stream()
                .filter(one -> one.commitment()
                        .nextDue()
                        .filter(due -> !due.isAfter(now))
                        .isPresent())
                .map(Standing::id)
                .limit(limit)
                .toList();
    }
}
