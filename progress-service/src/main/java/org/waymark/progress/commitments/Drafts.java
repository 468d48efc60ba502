package org.waymark.progress.commitments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All drafts, as the use cases need them. */
public interface Drafts {

    Optional<Draft> find(String id);

    /** By id, from {@code after} on; null for the start. */
    List<Draft> of(String organization, @Nullable String after, int limit);

    /** @return false where another version stands than the one before this */
    boolean save(Draft draft);

    /** Whether there was one or not. */
    void remove(String id);
}
