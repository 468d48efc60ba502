package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a commitment. */
public sealed interface CommitmentCommand {

    /**
     * Promise something.
     *
     * @param status where it stands already; other than submitted only for what an import brings in
     * @param origin how the lead organization introduces itself where an import names it; null otherwise
     */
    record SubmitCommitment(
            Promise promise,
            Status status,
            List<Milestone> milestones,
            List<Indicator> indicators,
            @Nullable Introduction origin,
            Actor by)
            implements CommitmentCommand {

        public SubmitCommitment by(Actor other) {
            return new SubmitCommitment(promise, status, milestones, indicators, origin, other);
        }
    }

    /** An organization that an import names and partner-service may not know yet. */
    record Introduction(String orgId, String name, @Nullable String type) {}

    /** Change the promise itself; null leaves a field as it is. */
    record ReviseCommitment(
            PartnerId partner,
            @Nullable String title,
            @Nullable String description,
            @Nullable LocalDate start,
            @Nullable LocalDate end)
            implements CommitmentCommand {}

    /** Say how far it has come. */
    record ReportProgress(UpdateId id, PartnerId partner, Report report) implements CommitmentCommand {}

    /** Record which milestones time alone has made overdue. */
    record RecordDeadlines() implements CommitmentCommand {}

    /**
     * On whose behalf: the partner itself, or the secretariat importing for it.
     *
     * @param backlog whether it is old news, which must alert nobody of what is no longer so
     */
    record Actor(boolean secretariat, boolean backlog) {
        public static final Actor PARTNER = new Actor(false, false);
    }
}
