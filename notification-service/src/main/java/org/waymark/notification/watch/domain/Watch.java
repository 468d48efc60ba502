package org.waymark.notification.watch.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneClosed;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.notification.watch.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
import org.waymark.notification.watch.domain.CommitmentEvent.StatusChanged;
import org.waymark.notification.watch.domain.CommitmentEvent.Submitted;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * What this service knows of one commitment: enough to tell when a condition begins and ends. Each condition carries the
 * sequence of the event that began it, by which its alert is known.
 *
 * @param assessed null before anybody has assessed it
 */
public record Watch(
        String commitmentId,
        String title,
        String leadPartnerId,
        String groupId,
        LifeCycle lifeCycle,
        List<Milestone> milestones,
        @Nullable Assessed assessed) {

    /** @param since the sequence of the event with which this assessment began; saying the same again does not move it */
    public record Assessed(Assessment assessment, long since) {}

    /**
     * @param watch null before the first event
     * @throws IllegalArgumentException where the event makes no sense after what is known; it is then not understood
     */
    public static Watch after(@Nullable Watch watch, CommitmentEvent event) {
        if (event instanceof Submitted submitted) {
            if (watch != null) {
                throw new IllegalArgumentException("a commitment is submitted once");
            }
            return submitted(submitted);
        }
        if (watch == null) {
            throw new IllegalArgumentException("a commitment begins with its submission");
        }
        return watch.and(event);
    }

    private static Watch submitted(Submitted event) {
        return new Watch(
                event.commitmentId(),
                event.title(),
                event.leadPartnerId(),
                event.groupId(),
                new LifeCycle(event.status(), event.sequence()),
                event.milestones().stream()
                        .map(promise -> Milestone.planned(promise, event.sequence()))
                        .toList(),
                null);
    }

    private Watch and(CommitmentEvent event) {
        long sequence = event.sequence();
        return switch (event) {
            case Submitted again -> throw new IllegalArgumentException("a commitment is submitted once");
            case Revised e ->
                new Watch(commitmentId, e.title(), leadPartnerId, groupId, lifeCycle, milestones, assessed);
            case StatusChanged e -> with(lifeCycle.to(e.to(), sequence));
            case MilestoneAdded e -> with(Milestone.planned(e.milestone(), sequence));
            case MilestoneRevised e -> with(e.milestoneId(), one -> one.titled(e.title()));
            case MilestoneRescheduled e -> with(e.milestoneId(), one -> one.rescheduled(e.to(), sequence));
            case MilestoneClosed e -> with(e.milestoneId(), one -> one.to(e.how(), sequence));
            case BecameOverdue e -> with(e.milestoneId(), one -> one.overdue(e.due(), sequence));
            case ProgressReported e -> reported(e);
        };
    }

    private Watch reported(ProgressReported event) {
        Watch next = this;
        for (String id : event.retracted()) {
            next = next.with(id, milestone -> milestone.retracted(event.sequence()));
        }
        for (CommitmentEvent.Claim claim : event.reached()) {
            next = next.with(claim.milestoneId(), milestone -> milestone.to(State.REACHED, event.sequence()));
        }
        return event.unassessed() ? next.unassessed() : next.assessed(event.assessment(), event.sequence());
    }

    private Watch unassessed() {
        return new Watch(commitmentId, title, leadPartnerId, groupId, lifeCycle, milestones, null);
    }

    private Watch assessed(@Nullable Assessment now, long sequence) {
        if (now == null || (assessed != null && assessed.assessment() == now)) {
            return this;
        }
        return new Watch(
                commitmentId, title, leadPartnerId, groupId, lifeCycle, milestones, new Assessed(now, sequence));
    }

    private Watch with(LifeCycle next) {
        return new Watch(commitmentId, title, leadPartnerId, groupId, next, milestones, assessed);
    }

    private Watch with(Milestone added) {
        if (find(added.id()).isPresent()) {
            throw new IllegalArgumentException("the commitment has the milestone " + added.id() + " already");
        }
        return with(Stream.concat(milestones.stream(), Stream.of(added)).toList());
    }

    private Watch with(String milestoneId, UnaryOperator<Milestone> change) {
        milestone(milestoneId);
        return with(milestones.stream()
                .map(one -> one.id().equals(milestoneId) ? change.apply(one) : one)
                .toList());
    }

    private Watch with(List<Milestone> next) {
        return new Watch(commitmentId, title, leadPartnerId, groupId, lifeCycle, next, assessed);
    }

    private Optional<Milestone> find(String milestoneId) {
        return milestones.stream().filter(one -> one.id().equals(milestoneId)).findFirst();
    }

    /** @throws IllegalArgumentException where the commitment has no such milestone */
    Milestone milestone(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("the commitment has no milestone " + id));
    }

    /** The sequence of the event by which a milestone is overdue; null while it is not, or nothing is expected. */
    @Nullable
    Long overdueSince(Milestone milestone) {
        return milestone.is(State.OVERDUE) ? lifeCycle.matters(milestone.since()) : null;
    }

    /** The sequence of the event by which it is off track; null while it is not, or nothing is expected. */
    @Nullable
    Long offTrackSince() {
        return assessed != null && assessed.assessment() == Assessment.OFF_TRACK
                ? lifeCycle.matters(assessed.since())
                : null;
    }

    /** For people, that nothing is expected of it now. */
    String atRest() {
        return "\"%s\" has been %s.".formatted(title, lifeCycle.status().word());
    }
}
