package org.waymark.progress.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.Folding;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.UpdateId;

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
    private final Set<CommitmentId> failing = new HashSet<>();
    private boolean away;

    /** From now on nothing of it can be changed. */
    void failFor(CommitmentId id) {
        failing.add(id);
    }

    /** As a store that cannot be reached. */
    void isAway(boolean now) {
        away = now;
    }

    @Override
    public Outcome change(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        if (failing.contains(id)) {
            throw new IllegalStateException("this one fails");
        }
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
            after = Folding.after(after, event, now, HealthRules.DEFAULT);
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
        one.commitment = Folding.after(one.commitment, event, now, HealthRules.DEFAULT);
        one.events.add(event);
        switch (event) {
            case ProgressReported e ->
                one.updates.add(update(e.id(), 1, e.partner(), one, now, e.effective(), e.report()));
            case UpdateResubmitted e ->
                one.updates.add(update(e.id(), e.revision(), e.partner(), one, now, e.effective(), e.report()));
            default -> {}
        }
    }

    private static PastUpdate update(
            UpdateId id, int revision, PartnerId by, Kept one, Instant now, LocalDate effective, Report report) {
        return new PastUpdate(id.value(), by.value(), revision, one.events.size(), now, effective, report);
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
    public List<Standing> list(CommitmentQuery query, int limit) {
        return kept.entrySet().stream()
                .map(entry -> standing(new CommitmentId(entry.getKey()), entry.getValue()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PastEvent> history(CommitmentId id, long before, int limit) {
        throw new UnsupportedOperationException("told by the store's own tests");
    }

    @Override
    public Optional<PastUpdate> updateAt(CommitmentId id, long sequence) {
        return updates(id, sequence + 1, Integer.MAX_VALUE).stream()
                .filter(one -> one.sequence() == sequence)
                .findFirst();
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
        if (away) {
            throw new IllegalStateException("the store is away");
        }
        return list(CommitmentQuery.ALL, Integer.MAX_VALUE).stream()
                .filter(one -> Deciding.nextDue(one.commitment(), now, HealthRules.DEFAULT)
                        .filter(due -> !due.isAfter(now))
                        .isPresent())
                .map(Standing::id)
                .limit(limit)
                .toList();
    }
}
