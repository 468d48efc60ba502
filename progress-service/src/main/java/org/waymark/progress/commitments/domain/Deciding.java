package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waymark.progress.commitments.domain.CommitmentCommand.*;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;

/** Where every command goes to be decided. A decision is pure: it returns events, or throws a {@link Refusal}. */
public final class Deciding {

    private Deciding() {}

    /** Decides on a commitment that does not stand yet. */
    public static List<CommitmentEvent> submit(SubmitCommitment command) {
        PlanRules.check(command);
        return List.of(new CommitmentSubmitted(
                command.promise(),
                command.status(),
                command.milestones(),
                command.indicators(),
                command.origin(),
                command.by()));
    }

    public static List<CommitmentEvent> decide(
            Commitment commitment, CommitmentCommand command, Instant now, HealthRules rules) {
        return switch (command) {
            case SubmitCommitment submit -> throw new IllegalArgumentException("it stands already: " + submit);
            case ReviseCommitment revise -> Planning.revise(commitment, revise);
            case ChangeStatus change -> LifeCycle.decide(commitment, change);
            case AddMilestone add -> Planning.add(commitment, add);
            case ReviseMilestone revise -> Planning.revise(commitment, revise);
            case VerifyMilestone verify -> Reviewing.verify(commitment, verify);
            case MissMilestone miss -> Planning.miss(commitment, miss, now);
            case CancelMilestone cancel -> Planning.cancel(commitment, cancel);
            case AddIndicator add -> Planning.add(commitment, add);
            case AddPeriod add -> Planning.add(commitment, add);
            case CorrectActual correct -> Reporting.correct(commitment, correct, now);
            case ReportProgress report -> Reporting.report(commitment, report, now);
            case ResubmitUpdate resubmit -> Reporting.resubmit(commitment, resubmit, now);
            case VerifyUpdate verify -> Reviewing.verify(commitment, verify, now);
            case ReturnUpdate sendBack -> Reviewing.sendBack(commitment, sendBack);
            case AnswerReturn answer -> Reviewing.answer(commitment, answer);
            case OverrideHealth override -> HealthAssessment.override(commitment, override, now);
            case LiftOverride lift -> HealthAssessment.lift(commitment, lift);
            case RecordTime time -> Timekeeping.record(commitment, now, rules);
        };
    }

    /** The next instant at which {@link RecordTime} has something to record, if there is one. */
    public static Optional<Instant> nextDue(Commitment commitment, Instant now, HealthRules rules) {
        return Timekeeping.next(commitment, now, rules);
    }
}
