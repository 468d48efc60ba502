package org.waymark.progress.commitments;

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
    public List<Draft> of(String organization, @Nullable String after, int limit) {
        return kept.tailMap(after == null ? "" : after, false).values().stream()
                .filter(draft -> draft.organization().equals(organization))
                .limit(limit)
                .toList();
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
