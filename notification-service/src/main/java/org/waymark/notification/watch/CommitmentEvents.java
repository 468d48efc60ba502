package org.waymark.notification.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.watch.domain.Assessment;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.wire.EventJson;
import org.waymark.platform.Event;

/** Reads from progress-service's public events what the watch needs. Whatever else they say is none of its business. */
final class CommitmentEvents {

    static final String SUBMITTED = "org.waymark.commitment.submitted.v1";
    static final String REVISED = "org.waymark.commitment.revised.v1";
    static final String PROGRESS_REPORTED = "org.waymark.commitment.progress-reported.v1";
    static final String MILESTONE_OVERDUE = "org.waymark.commitment.milestone-overdue.v1";

    static final Set<String> READ = Set.of(SUBMITTED, REVISED, PROGRESS_REPORTED, MILESTONE_OVERDUE);

    /** Types that tell this service nothing; so far there are none. */
    static final Set<String> IGNORED = Set.of();

    private CommitmentEvents() {}

    /** @throws RuntimeException where the event lacks what it must have, or says what this version does not know */
    static CommitmentEvent read(Event event) {
        return switch (event.type()) {
            case SUBMITTED -> EventJson.read(event.data(), Submitted.class).of(event);
            case REVISED -> EventJson.read(event.data(), Revised.class).of(event);
            case PROGRESS_REPORTED ->
                EventJson.read(event.data(), ProgressReported.class).of(event);
            case MILESTONE_OVERDUE ->
                EventJson.read(event.data(), MilestoneOverdue.class).of(event);
            default -> throw new IllegalArgumentException("type " + event.type() + " is not read here");
        };
    }

    private static <T> T needed(@Nullable T value, String field) {
        return Objects.requireNonNull(value, () -> "the event lacks " + field);
    }

    private static <T> List<T> orNone(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }

    record Submitted(
            @Nullable String title,
            @Nullable Lead lead,
            @Nullable String groupId,
            @Nullable List<Planned> milestones) {

        record Lead(@Nullable String partnerId) {}

        record Planned(
                @Nullable String id,
                @Nullable String title,
                @Nullable LocalDate due) {

            CommitmentEvent.Promise promise() {
                return new CommitmentEvent.Promise(
                        needed(id, "milestones.id"), needed(title, "milestones.title"), needed(due, "milestones.due"));
            }
        }

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.Submitted(
                    event.sequence(),
                    event.subject(),
                    needed(title, "title"),
                    needed(needed(lead, "lead").partnerId(), "lead.partnerId"),
                    needed(groupId, "groupId"),
                    orNone(milestones).stream().map(Planned::promise).toList());
        }
    }

    record Revised(@Nullable String title) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.Revised(event.sequence(), needed(title, "title"));
        }
    }

    record ProgressReported(
            @Nullable String assessment,
            @Nullable LocalDate effective,
            @Nullable List<Claimed> milestones,
            boolean backlog) {

        private static final String REACHED = "reached";

        record Claimed(
                @Nullable String id,
                @Nullable String status,
                @Nullable LocalDate on) {

            CommitmentEvent.Claim claim() {
                if (!REACHED.equals(status)) {
                    throw new IllegalArgumentException("milestone status \"" + status + "\" is not known");
                }
                return new CommitmentEvent.Claim(needed(id, "milestones.id"), on);
            }
        }

        CommitmentEvent of(Event event) {
            List<CommitmentEvent.Claim> reached = new ArrayList<>();
            orNone(milestones).forEach(claimed -> reached.add(claimed.claim()));
            return new CommitmentEvent.ProgressReported(
                    event.sequence(),
                    assessment == null ? null : Worded.of(Assessment.class, assessment),
                    needed(effective, "effective"),
                    reached,
                    backlog);
        }
    }

    record MilestoneOverdue(
            @Nullable String milestoneId, @Nullable LocalDate due, boolean backlog) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.BecameOverdue(
                    event.sequence(), needed(milestoneId, "milestoneId"), needed(due, "due"), backlog);
        }
    }
}
