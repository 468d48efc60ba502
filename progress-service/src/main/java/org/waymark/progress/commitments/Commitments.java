package org.waymark.progress.commitments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Report;

/** All commitments, as the use cases need them. */
public interface Commitments {

    /** A commitment as it stands, with the number of its last public event. */
    record Standing(CommitmentId id, long sequence, Commitment commitment) {}

    /** What a command came to; {@code repeated} where it had been stored before. */
    record Outcome(Standing standing, boolean repeated) {}

    /** A published update with the texts that are not in its event. */
    record PastUpdate(
            String id, String organizationId, long sequence, Instant recordedAt, String effective, Report report) {}

    /**
     * Decides on the commitment as it stands and stores the outcome; returns once it is durable.
     *
     * @param decide may be called again with a newer state; it is handed null where there is no such commitment
     * @return the commitment after the change, with the sequence this command came to
     */
    Outcome change(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide);

    /** What {@link #change} would come to now, refusals included; nothing is stored. */
    Outcome rehearse(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide);

    Optional<Standing> find(CommitmentId id);

    /** By id, so that paging is stable; from {@code after} on, null for the start. */
    List<Standing> list(@Nullable String partner, @Nullable String group, @Nullable String after, int limit);

    /** Updates with a sequence below {@code before}, the newest first. */
    List<PastUpdate> updates(CommitmentId id, long before, int limit);

    /** One published update; looked for from the newest on. */
    Optional<PastUpdate> update(CommitmentId id, String update);

    /** Those on which time alone has something to record. */
    List<CommitmentId> due(Instant now, int limit);
}
