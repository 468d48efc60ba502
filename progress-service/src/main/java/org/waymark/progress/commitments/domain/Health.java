package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a commitment is doing, computed from what is recorded, always with the reasons; never typed in.
 *
 * @param reasons why it is not better, even where a co-chair sees it differently
 * @param override a co-chair's view, which stands in place of the computed state until it ends; null for none
 */
public record Health(
        State computed, List<Reason> reasons, @Nullable Override override) {

    public static final Health UNKNOWN = new Health(State.UNKNOWN, List.of(), null);

    /** From best to worst, after "nothing known". */
    public enum State {
        UNKNOWN,
        ON_TRACK,
        AT_RISK,
        OFF_TRACK
    }

    /** Why it is not better than it is. One {@link HealthPolicy} stands for each. */
    public enum Reason {
        SELF_ASSESSMENT,
        OVERDUE,
        SLIPPED,
        SILENT,
        BEHIND_PACE,
        EVIDENCE_MISSING
    }

    /** @param until the last day on which it holds */
    public record Override(State state, LocalDate until) {}

    public Health {
        reasons = List.copyOf(reasons);
    }

    public State state() {
        return override == null ? computed : override.state();
    }

    boolean has(Reason reason) {
        return reasons.contains(reason);
    }
}
