package org.waymark.progress.commitments.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a commitment is doing, computed from what is recorded, always with the reasons; never typed in. */
public record Health(State state, List<Reason> reasons) {

    public static final Health UNKNOWN = new Health(State.UNKNOWN, List.of());

    /** From best to worst, after "nothing known". */
    public enum State {
        UNKNOWN,
        ON_TRACK,
        AT_RISK,
        OFF_TRACK
    }

    /** Why it is not better than it is. */
    public enum Reason {
        SELF_ASSESSMENT,
        OVERDUE
    }

    public Health {
        reasons = List.copyOf(reasons);
    }

    /** The worst that any reason says: off track by self-assessment; at risk by self-assessment or an overdue milestone. */
    static Health of(@Nullable Assessment assessment, List<Milestone> milestones) {
        State state = assessed(assessment);
        List<Reason> reasons = new ArrayList<>();
        if (state.compareTo(State.ON_TRACK) > 0) {
            reasons.add(Reason.SELF_ASSESSMENT);
        }
        if (milestones.stream().anyMatch(Milestone::overdue)) {
            reasons.add(Reason.OVERDUE);
            state = state.compareTo(State.AT_RISK) > 0 ? state : State.AT_RISK;
        }
        return new Health(state, reasons);
    }

    private static State assessed(@Nullable Assessment assessment) {
        return switch (assessment) {
            case null -> State.UNKNOWN;
            case ON_TRACK -> State.ON_TRACK;
            case AT_RISK -> State.AT_RISK;
            case OFF_TRACK -> State.OFF_TRACK;
        };
    }
}
