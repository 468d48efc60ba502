package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.OfUpdate;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ProgressReported;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ReturnAnswered;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateResubmitted;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateReturned;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateVerified;
import org.waymark.progress.dashboard.domain.UpdateRow.ReviewStep;

/** Folds what is said of updates into their rows: a pure function of the row and what was said. */
public final class UpdateFold {

    private UpdateFold() {}

    /** An event of a commitment that speaks of updates. */
    public record Said(String commitment, long sequence, Instant recorded, OfUpdate event) {

        /** The updates it speaks of: one, and where it takes another's place, that other too. */
        public List<String> updates() {
            String superseded = event instanceof ProgressReported reported ? reported.supersedes() : null;
            return Stream.concat(Stream.of(event.updateId()), Stream.ofNullable(superseded))
                    .toList();
        }
    }

    /**
     * @param update one of those it speaks of
     * @param before null where nothing is known of the update
     * @return null where still nothing is: what was reported before there were rows has none
     */
    public static @Nullable UpdateRow apply(String update, @Nullable UpdateRow before, Said said) {
        if (before == null) {
            return said.event() instanceof ProgressReported
                            && update.equals(said.event().updateId())
                    ? first(said)
                    : null;
        }
        return switch (said.event()) {
            case ProgressReported e ->
                update.equals(e.updateId()) ? before : before.then("superseded", step(said, "superseded"));
            case UpdateResubmitted e -> before.rewritten(e.revision(), step(said, "resubmitted"));
            case UpdateVerified e -> before.then("verified", step(said, "verified"));
            case UpdateReturned e -> before.then("returned", step(said, "returned"));
            case ReturnAnswered e -> before.then(before.status(), step(said, "answered"));
        };
    }

    private static UpdateRow first(Said said) {
        return new UpdateRow(
                said.event().updateId(),
                said.commitment(),
                said.event().organizationId(),
                said.sequence(),
                said.sequence(),
                1,
                UpdateRow.SUBMITTED,
                List.of());
    }

    private static ReviewStep step(Said said, String kind) {
        return new ReviewStep(said.sequence(), kind, said.event().organizationId(), said.recorded());
    }
}
