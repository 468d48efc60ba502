package org.waymark.progress.commitments;

import java.time.Instant;
import java.time.LocalDate;
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

    /** A revision of a published update with the texts that are not in its event. */
    record PastUpdate(
            String id,
            String organizationId,
            int revision,
            long sequence,
            Instant recordedAt,
            LocalDate effective,
            Report report) {}

    /**
     * An event of a commitment as its history tells it.
     *
     * @param json its public data
     * @param client that caused it; null where time did. Not for everybody's eyes
     * @param texts what is not in the public data: a reason, an answer, a description, by the name of the field
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PastEvent(
            long sequence,
            String id,
            String type,
            Instant recordedAt,
            LocalDate effective,
            @Nullable String client,
            List<Text> texts,
            byte[] json) {

        /** A text by what it is. */
        public record Text(String name, String text) {}
    }

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

    /** In the query's order, after the place its cursor names. */
    List<Standing> list(CommitmentQuery query, int limit);

    /** Events with a sequence below {@code before}, the newest first. */
    List<PastEvent> history(CommitmentId id, long before, int limit);

    /** Updates as first published or submitted again, with a sequence below {@code before}, the newest first. */
    List<PastUpdate> updates(CommitmentId id, long before, int limit);

    /** What stands under this number, if it is an update. */
    Optional<PastUpdate> updateAt(CommitmentId id, long sequence);

    /**
     * One published update in its latest revision; looked for among the newest events, then where {@link UpdatePlaces}
     * knows it to be.
     */
    Optional<PastUpdate> update(CommitmentId id, String update);

    /** Those on which time alone has something to record. */
    List<CommitmentId> due(Instant now, int limit);
}
