package org.waymark.notification.watch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.watch.domain.Assessment;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.watch.domain.Milestone.State;
import org.waymark.notification.watch.domain.Status;
import org.waymark.platform.Event;

/** The data of the events that are read, field by field as far as they are. */
final class CommitmentData {

    private CommitmentData() {}

    static <T> T needed(@Nullable T value, String field) {
        return Objects.requireNonNull(value, () -> "the event lacks " + field);
    }

    static <T> List<T> orNone(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }

    private static Status status(@Nullable String word, String field) {
        return Worded.of(Status.class, needed(word, field));
    }

    record Submitted(
            @Nullable String title,
            @Nullable Lead lead,
            @Nullable String groupId,
            @Nullable String timeZone,
            @Nullable String status,
            @Nullable List<Planned> milestones,
            @Nullable List<IndicatorData.Measured> indicators,
            boolean backlog) {

        record Lead(@Nullable String partnerId) {}

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.Submitted(
                    event.sequence(),
                    event.subject(),
                    needed(title, "title"),
                    needed(needed(lead, "lead").partnerId(), "lead.partnerId"),
                    needed(groupId, "groupId"),
                    zone(timeZone),
                    CommitmentData.status(status, "status"),
                    orNone(milestones).stream().map(Planned::promise).toList(),
                    orNone(indicators).stream()
                            .map(IndicatorData.Measured::measure)
                            .toList(),
                    backlog);
        }
    }

    record Planned(
            @Nullable String id,
            @Nullable String title,
            @Nullable LocalDate due) {

        CommitmentEvent.Promise promise() {
            return new CommitmentEvent.Promise(
                    needed(id, "milestone.id"), needed(title, "milestone.title"), needed(due, "milestone.due"));
        }
    }

    record Revised(@Nullable String title, @Nullable String timeZone) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.Revised(event.sequence(), needed(title, "title"), zone(timeZone));
        }
    }

    record StatusChanged(@Nullable String to) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.StatusChanged(event.sequence(), status(to, "to"));
        }
    }

    record MilestoneAdded(@Nullable Planned milestone) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.MilestoneAdded(
                    event.sequence(), needed(milestone, "milestone").promise());
        }
    }

    record MilestoneRevised(
            @Nullable String milestoneId, @Nullable String title) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.MilestoneRevised(
                    event.sequence(), needed(milestoneId, "milestoneId"), needed(title, "title"));
        }
    }

    record MilestoneRescheduled(
            @Nullable String milestoneId, @Nullable LocalDate to) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.MilestoneRescheduled(
                    event.sequence(), needed(milestoneId, "milestoneId"), needed(to, "to"));
        }
    }

    record MilestoneClosed(@Nullable String milestoneId) {

        CommitmentEvent of(Event event, State how) {
            return new CommitmentEvent.MilestoneClosed(event.sequence(), needed(milestoneId, "milestoneId"), how);
        }
    }

    record Silent(@Nullable LocalDate lastHeard) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.FellSilent(event.sequence(), needed(lastHeard, "lastHeard"));
        }
    }

    /** A review of an update. */
    record Review(
            @Nullable String updateId,
            @Nullable List<String> milestones,
            @Nullable List<IndicatorData.Valued> actuals) {

        CommitmentEvent verified(Event event) {
            return new CommitmentEvent.UpdateVerified(
                    event.sequence(), needed(updateId, "updateId"), orNone(milestones), IndicatorData.actuals(actuals));
        }

        CommitmentEvent returned(Event event) {
            return new CommitmentEvent.UpdateReturned(event.sequence(), needed(updateId, "updateId"));
        }
    }

    record MilestoneOverdue(
            @Nullable String milestoneId, @Nullable LocalDate due, boolean backlog) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.BecameOverdue(
                    event.sequence(), needed(milestoneId, "milestoneId"), needed(due, "due"), backlog);
        }
    }

    /** An update, whether it is said for the first time or again; one that is said again is no import's. */
    record Report(
            @Nullable String updateId,
            @Nullable Integer evidence,
            @Nullable String supersedes,
            @Nullable String assessment,
            @Nullable LocalDate effective,
            @Nullable List<Claimed> milestones,
            @Nullable List<IndicatorData.Valued> actuals,
            @Nullable Retracted retracted,
            boolean backlog) {

        record Retracted(
                @Nullable List<String> milestones,
                @Nullable List<IndicatorData.Valued> actuals,
                @Nullable Reassessed assessment) {}

        record Reassessed(@Nullable String now) {}

        CommitmentEvent of(Event event, boolean again) {
            Reassessed reassessed = retracted == null ? null : retracted.assessment();
            String standing = assessment != null || reassessed == null ? assessment : reassessed.now();
            return new CommitmentEvent.ProgressReported(
                    event.sequence(),
                    new CommitmentEvent.Source(
                            needed(updateId, "updateId"), needed(evidence, "evidence") > 0, again, supersedes),
                    standing == null ? null : Worded.of(Assessment.class, standing),
                    standing == null && reassessed != null,
                    needed(effective, "effective"),
                    orNone(milestones).stream()
                            .filter(Claimed::isReached)
                            .map(Claimed::claim)
                            .toList(),
                    retracted == null ? List.of() : orNone(retracted.milestones()),
                    new CommitmentEvent.Values(
                            IndicatorData.actuals(actuals),
                            IndicatorData.actuals(retracted == null ? null : retracted.actuals())),
                    backlog);
        }
    }

    record Claimed(
            @Nullable String id,
            @Nullable String status,
            @Nullable LocalDate on) {

        /** What is begun alerts nobody. */
        boolean isReached() {
            return switch (needed(status, "milestones.status")) {
                case "reached" -> true;
                case "in-progress" -> false;
                default -> throw new IllegalArgumentException("milestone status \"" + status + "\" is not known");
            };
        }

        CommitmentEvent.Claim claim() {
            return new CommitmentEvent.Claim(needed(id, "milestones.id"), on);
        }
    }
}
