package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.LiftOverride;
import org.waymark.progress.commitments.domain.CommitmentCommand.OverrideHealth;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthOverridden;
import org.waymark.progress.commitments.domain.CommitmentEvent.OverrideLifted;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Health.State;

/** The policies put together: the worst that any of them says, with the reasons of all that say more than "on track". */
final class HealthAssessment {

    private static final int LONGEST_OVERRIDE_DAYS = 366;

    private HealthAssessment() {}

    static Health of(Commitment commitment, LocalDate today, HealthRules rules) {
        return of(commitment, today, rules, true);
    }

    /**
     * @param silenceKnown whether silence counts: it comes into the health with its own event, so that whatever else is
     *     recorded on the day of it does not keep that event from being recorded
     */
    static Health of(Commitment commitment, LocalDate today, HealthRules rules, boolean silenceKnown) {
        Health.Override override = standing(commitment, today);
        State worst = State.UNKNOWN;
        List<Reason> reasons = new ArrayList<>();
        for (HealthPolicy policy : policies(commitment)) {
            if (policy.reason() == Reason.SILENT && !silenceKnown) {
                continue;
            }
            State state = policy.judge(commitment, today, rules);
            if (state.compareTo(State.ON_TRACK) > 0) {
                reasons.add(policy.reason());
            }
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        return new Health(worst, reasons, override);
    }

    /** It ends with its last day, or with the commitment. */
    private static Health.@Nullable Override standing(Commitment commitment, LocalDate today) {
        Health.Override override = commitment.health().override();
        boolean ended = override == null
                || today.isAfter(override.until())
                || commitment.status().isOver();
        return ended ? null : override;
    }

    /** Days on which time alone may change the health. */
    static Stream<LocalDate> turns(Commitment commitment, LocalDate today, HealthRules rules) {
        Health.Override override = commitment.health().override();
        return Stream.concat(
                policies(commitment).stream().flatMap(policy -> policy.turns(commitment, today, rules)),
                override == null ? Stream.empty() : Stream.of(override.until().plusDays(1)));
    }

    /** While nothing is expected of a commitment, time says nothing about it; its partner's last words stand. */
    private static List<HealthPolicy> policies(Commitment commitment) {
        return commitment.status().takesUpdates() ? HealthPolicy.ALL : List.of(new HealthPolicy.SelfAssessment());
    }

    static List<CommitmentEvent> override(Commitment commitment, OverrideHealth command, Instant now) {
        Access.coChair(commitment, command.by());
        Planning.requireNotOver(commitment);
        String reason = Planning.requireReason(command.reason(), "Say why you see it differently.");
        LocalDate today = commitment.day(now);
        if (command.until().isBefore(today) || command.until().isAfter(today.plusDays(LONGEST_OVERRIDE_DAYS))) {
            throw Refusal.invalid("until", "A day from today on, at most a year ahead.");
        }
        return List.of(new HealthOverridden(command.by().organization(), command.state(), command.until(), reason));
    }

    static List<CommitmentEvent> lift(Commitment commitment, LiftOverride command) {
        Access.coChair(commitment, command.by());
        return commitment.health().override() == null
                ? List.of()
                : List.of(new OverrideLifted(command.by().organization()));
    }
}
