package org.waymark.notification.watch.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent.BecameOverdue;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Revised;
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
        List<Milestone> planned = event.milestones().stream()
                .map(promise -> new Milestone(
                        promise.milestoneId(), promise.title(), promise.due(), State.PLANNED, event.sequence()))
                .toList();
        return new Watch(event.commitmentId(), event.title(), event.leadPartnerId(), event.groupId(), planned, null);
    }

    private Watch and(CommitmentEvent event) {
        return switch (event) {
            case Submitted again -> throw new IllegalArgumentException("a commitment is submitted once");
            case Revised revised ->
                new Watch(commitmentId, revised.title(), leadPartnerId, groupId, milestones, assessed);
            case ProgressReported reported -> reported(reported);
            case BecameOverdue overdue ->
                with(overdue.milestoneId(), milestone -> milestone.overdue(overdue.due(), overdue.sequence()));
        };
    }

    private Watch reported(ProgressReported event) {
        Watch next = this;
        for (CommitmentEvent.Claim claim : event.reached()) {
            next = next.with(claim.milestoneId(), milestone -> milestone.to(State.REACHED, event.sequence()));
        }
        return next.assessed(event.assessment(), event.sequence());
    }

    private Watch assessed(@Nullable Assessment now, long sequence) {
        if (now == null || (assessed != null && assessed.assessment() == now)) {
            return this;
        }
        return new Watch(commitmentId, title, leadPartnerId, groupId, milestones, new Assessed(now, sequence));
    }

    private Watch with(String milestoneId, UnaryOperator<Milestone> change) {
        milestone(milestoneId);
        List<Milestone> next = milestones.stream()
                .map(one -> one.id().equals(milestoneId) ? change.apply(one) : one)
                .toList();
        return new Watch(commitmentId, title, leadPartnerId, groupId, next, assessed);
    }

    /** @throws IllegalArgumentException where the commitment has no such milestone */
    Milestone milestone(String id) {
        return milestones.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the commitment has no milestone " + id));
    }

    /** The sequence with which it went off track; null while it is not. */
    @Nullable
    Long offTrackSince() {
        return assessed != null && assessed.assessment() == Assessment.OFF_TRACK ? assessed.since() : null;
    }
}
