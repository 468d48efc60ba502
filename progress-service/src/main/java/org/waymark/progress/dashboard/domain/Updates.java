package org.waymark.progress.dashboard.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ProgressReported;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateResubmitted;

/**
 * A commitment's progress updates in numbers, and the last one.
 *
 * @param published how many, by the organization that said so; one that is submitted again is the same one
 * @param returned how often one was
 * @param verified how many were
 */
public record Updates(
        Map<String, Long> published,
        long returned,
        long verified,
        @Nullable Last last) {

    static final Updates NONE = new Updates(Map.of(), 0, 0, null);

    private static final String SUBMITTED = "submitted";

    public Updates {
        published = Map.copyOf(published);
    }

    public long count() {
        return published.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What was said last, for the first time or again.
     *
     * @param status submitted, returned or verified; null where an earlier version did not keep it
     */
    public record Last(
            String id,
            String organization,
            Instant recordedAt,
            LocalDate effective,
            @Nullable String assessment,
            int revision,
            @Nullable String status) {

        public Last {
            Stream.of(id, organization, recordedAt, effective).forEach(Objects::requireNonNull);
        }
    }

    Updates reported(ProgressReported event, Instant recorded) {
        Last said = new Last(
                event.updateId(),
                event.organizationId(),
                recorded,
                event.effective(),
                event.assessment(),
                1,
                SUBMITTED);
        Map<String, Long> more = new HashMap<>(published);
        more.merge(event.organizationId(), 1L, Long::sum);
        return new Updates(more, returned, verified, said);
    }

    Updates resubmitted(UpdateResubmitted event, Instant recorded) {
        Last said = new Last(
                event.updateId(),
                event.organizationId(),
                recorded,
                event.effective(),
                event.assessment(),
                event.revision(),
                SUBMITTED);
        return new Updates(published, returned, verified, said);
    }

    Updates returned(String update) {
        return new Updates(published, returned + 1, verified, lastIs(update, "returned"));
    }

    Updates verified(String update) {
        return new Updates(published, returned, verified + 1, lastIs(update, "verified"));
    }

    private @Nullable Last lastIs(String update, String status) {
        return last == null || !last.id().equals(update)
                ? last
                : new Last(
                        last.id(),
                        last.organization(),
                        last.recordedAt(),
                        last.effective(),
                        last.assessment(),
                        last.revision(),
                        status);
    }
}
