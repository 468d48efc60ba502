package org.waymark.progress.commitments.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentEvent.StatusChanged;

/** The life of a commitment: which step leads from where to where, who takes it, and which needs a reason. */
public final class LifeCycle {

    /** What can be done. */
    public enum Step {
        ENDORSE,
        START,
        COMPLETE,
        WITHDRAW,
        SUSPEND,
        RESUME
    }

    private static final Set<Status> RUNNING = Set.of(Status.SUBMITTED, Status.ENDORSED, Status.IN_IMPLEMENTATION);

    private LifeCycle() {}

    static List<CommitmentEvent> decide(Commitment commitment, ChangeStatus command) {
        Step step = command.step();
        requireSay(commitment, step, command.by());
        Status from = commitment.status();
        if (!startsFrom(step).contains(from)) {
            throw Refusal.rule("life-cycle", refusal(step, from));
        }
        requireReason(commitment, step, command.reason());
        return List.of(new StatusChanged(command.by().organization(), from, to(commitment, step), command.reason()));
    }

    private static void requireSay(Commitment commitment, Step step, Asker by) {
        switch (step) {
            case ENDORSE -> Access.coChair(commitment, by);
            case START, WITHDRAW -> Access.lead(commitment, by);
            case COMPLETE, SUSPEND, RESUME -> Access.leadOrCoChair(commitment, by);
        }
    }

    private static Set<Status> startsFrom(Step step) {
        return switch (step) {
            case ENDORSE -> Set.of(Status.SUBMITTED);
            case START -> Set.of(Status.SUBMITTED, Status.ENDORSED);
            case COMPLETE, SUSPEND -> RUNNING;
            case WITHDRAW -> Set.of(Status.SUBMITTED, Status.ENDORSED, Status.IN_IMPLEMENTATION, Status.SUSPENDED);
            case RESUME -> Set.of(Status.SUSPENDED);
        };
    }

    private static Status to(Commitment commitment, Step step) {
        return switch (step) {
            case ENDORSE -> Status.ENDORSED;
            case START -> Status.IN_IMPLEMENTATION;
            case COMPLETE -> Status.COMPLETED;
            case WITHDRAW -> Status.WITHDRAWN;
            case SUSPEND -> Status.SUSPENDED;
            case RESUME -> {
                Status from = commitment.suspendedFrom();
                yield from == null ? Status.SUBMITTED : from; // an import brings in suspended ones that never ran here
            }
        };
    }

    private static void requireReason(Commitment commitment, Step step, @Nullable String reason) {
        boolean given = reason != null && !reason.isBlank();
        boolean open = commitment.milestones().stream().anyMatch(Milestone::isOpen);
        if (step == Step.COMPLETE && open && !given) {
            throw Refusal.rule(
                    "open-milestones",
                    "Milestones are still open. Have each reached, missed or cancelled, or give the reason why it is"
                            + " complete without them.");
        }
        if ((step == Step.WITHDRAW || step == Step.SUSPEND) && !given) {
            throw Refusal.invalid("reason", "Say why.");
        }
    }

    private static String refusal(Step step, Status from) {
        String now = from.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (step) {
            case ENDORSE -> "Only a submitted commitment is endorsed; this one is " + now + ".";
            case START -> "Only a submitted or endorsed commitment starts; this one is " + now + ".";
            case COMPLETE -> "Only what is under way is completed; this commitment is " + now + ".";
            case WITHDRAW -> "It is over and cannot be withdrawn; it is " + now + ".";
            case SUSPEND -> "Only what is under way is suspended; this commitment is " + now + ".";
            case RESUME -> "Only a suspended commitment is resumed; this one is " + now + ".";
        };
    }
}
