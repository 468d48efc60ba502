package org.waymark.progress.commitments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drafts in a map, by id. */
final class InMemoryDrafts implements Drafts {

    private final TreeMap<String, Draft> kept = new TreeMap<>();
    private Runnable meanwhile = () -> {};

    /** What somebody else does right before the next draft is saved. */
    void beforeNextSave(Runnable done) {
        meanwhile = done;
    }

    @Override
    public Optional<Draft> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Draft.Head> of(String organization, @Nullable String after, int limit) {
        return kept.tailMap(after == null ? "" : after, false).values().stream()
                .filter(draft -> draft.organization().equals(organization) && !draft.isSubmitted())
                .limit(limit)
                .map(one -> new Draft.Head(one.id(), one.kind(), one.commitment(), one.createdAt(), one.changedAt()))
                .toList();
    }

    @Override
    public long count(String organization, int limit) {
        return of(organization, null, limit).size();
    }

    @Override
    public void removeSubmittedBefore(String organization, Instant time) {
        kept.values()
                .removeIf(draft -> draft.organization().equals(organization)
                        && draft.submittedAt() != null
                        && draft.submittedAt().isBefore(time));
    }

    @Override
    public boolean save(Draft draft) {
        Runnable others = meanwhile;
        meanwhile = () -> {};
        others.run();
        Draft standing = kept.get(draft.id());
        if (draft.version() != (standing == null ? 1 : standing.version() + 1)) {
            return false;
        }
        kept.put(draft.id(), draft);
        return true;
    }

    @Override
    public void remove(String id) {
        kept.remove(id);
    }
}
