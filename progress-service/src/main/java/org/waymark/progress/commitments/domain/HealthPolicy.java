package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Health.State;

/** One reason why a commitment is not well. Looks at what is recorded and at the day, at nothing else. */
interface HealthPolicy {

    Reason reason();

    /** How bad it is by this reason alone; {@link State#UNKNOWN} where it does not apply. */
    State judge(Commitment commitment, LocalDate today, HealthRules rules);

    /** Days after {@code today} among which the first is on which time alone changes the judgement, if any does. */
    default Stream<LocalDate> turns(Commitment commitment, LocalDate today, HealthRules rules) {
        return Stream.empty();
    }

    List<HealthPolicy> ALL = List.of(
            new SelfAssessment(),
            new OverdueMilestones(),
            new SlippedMilestones(),
            new Silence(),
            new LinearPace(),
            new MissingEvidence());

    /** The partner's own words weigh as they are said. */
    record SelfAssessment() implements HealthPolicy {
        @Override
        public Reason reason() {
            return Reason.SELF_ASSESSMENT;
        }

        @Override
        public State judge(Commitment commitment, LocalDate today, HealthRules rules) {
            return switch (commitment.assessment()) {
                case null -> State.UNKNOWN;
                case ON_TRACK -> State.ON_TRACK;
                case AT_RISK -> State.AT_RISK;
                case OFF_TRACK -> State.OFF_TRACK;
            };
        }
    }

    /** A milestone whose day has gone by is still open. */
    record OverdueMilestones() implements HealthPolicy {
        @Override
        public Reason reason() {
            return Reason.OVERDUE;
        }

        @Override
        public State judge(Commitment commitment, LocalDate today, HealthRules rules) {
            return atRisk(commitment.milestones().stream().anyMatch(one -> one.isOverdueOn(today)));
        }

        @Override
        public Stream<LocalDate> turns(Commitment commitment, LocalDate today, HealthRules rules) {
            return commitment.milestones().stream()
                    .filter(Milestone::isOpen)
                    .map(one -> one.due().plusDays(1));
        }
    }

    /** An open milestone was put off more than once. */
    record SlippedMilestones() implements HealthPolicy {
        @Override
        public Reason reason() {
            return Reason.SLIPPED;
        }

        @Override
        public State judge(Commitment commitment, LocalDate today, HealthRules rules) {
            return atRisk(commitment.milestones().stream().anyMatch(one -> one.isOpen() && one.slips() > 1));
        }
    }

    /** Nobody has reported for long. */
    record Silence() implements HealthPolicy {
        @Override
        public Reason reason() {
            return Reason.SILENT;
        }

        @Override
        public State judge(Commitment commitment, LocalDate today, HealthRules rules) {
            return atRisk(!today.isBefore(silentFrom(commitment, rules)));
        }

        @Override
        public Stream<LocalDate> turns(Commitment commitment, LocalDate today, HealthRules rules) {
            return Stream.of(silentFrom(commitment, rules));
        }

        private static LocalDate silentFrom(Commitment commitment, HealthRules rules) {
            return commitment.day(commitment.heard()).plusDays(rules.silentDays());
        }
    }

    /** An indicator lies behind the straight line from its baseline to its target. */
    record LinearPace() implements HealthPolicy {
        @Override
        public Reason reason() {
            return Reason.BEHIND_PACE;
        }

        @Override
        public State judge(Commitment commitment, LocalDate today, HealthRules rules) {
            return atRisk(commitment.indicators().stream().anyMatch(one -> Pace.isBehind(one, today, rules)));
        }

        @Override
        public Stream<LocalDate> turns(Commitment commitment, LocalDate today, HealthRules rules) {
            return commitment.indicators().stream().flatMap(one -> Pace.turns(one, today, rules).stream());
        }
    }

    /** A milestone is claimed, not verified, and nothing shows that it was reached. */
    record MissingEvidence() implements HealthPolicy {
        @Override
        public Reason reason() {
            return Reason.EVIDENCE_MISSING;
        }

        @Override
        public State judge(Commitment commitment, LocalDate today, HealthRules rules) {
            return atRisk(commitment.milestones().stream().anyMatch(MissingEvidence::isBare));
        }

        private static boolean isBare(Milestone milestone) {
            Milestone.Claim claim = milestone.claim();
            return milestone.state() == Milestone.State.REACHED && claim != null && !claim.evidenced();
        }
    }

    private static State atRisk(boolean applies) {
        return applies ? State.AT_RISK : State.UNKNOWN;
    }
}
