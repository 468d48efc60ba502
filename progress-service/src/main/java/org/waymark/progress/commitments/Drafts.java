package org.waymark.progress.commitments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All drafts, as the use cases need them. */
public interface Drafts {

    /** Also one that was submitted a short time ago. */
    Optional<Draft> find(String id);

    /** Those not submitted, by id, from {@code after} on; null for the start. */
    List<Draft.Head> of(String organization, @Nullable String after, int limit);

    /** How many are not submitted; stops counting at {@code limit}. */
    long count(String organization, int limit);

    /** @return false where another version stands than the one before this */
    boolean save(Draft draft);

    /** Whether there was one or not. */
    void remove(String id);

    void removeSubmittedBefore(String organization, Instant time);
}
