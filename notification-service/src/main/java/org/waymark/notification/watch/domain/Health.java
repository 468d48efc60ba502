package org.waymark.notification.watch.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;

/**
 * How the commitment is doing, as progress-service computes it.
 *
 * @param worry since which event it is at risk for a reason that no other rule speaks of; null while it is not
 * @param recovery since which event it is on track again; null while it is not, or has always been
 */
public record Health(
        Said said, @Nullable Long worry, @Nullable Long recovery) {

    public static final Health UNKNOWN = new Health(new Said(State.UNKNOWN, Set.of(), false), null, null);

    public enum State implements Worded {
        UNKNOWN("unknown"),
        ON_TRACK("on-track"),
        AT_RISK("at-risk"),
        OFF_TRACK("off-track");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        boolean isBad() {
            return switch (this) {
                case UNKNOWN, ON_TRACK -> false;
                case AT_RISK, OFF_TRACK -> true;
            };
        }
    }

    /**
     * @param reasons in progress-service's words, of which some may be new here
     * @param overridden whether a co-chair's view stands in place of what is computed
     */
    public record Said(State state, Set<String> reasons, boolean overridden) {

        static final String BEHIND_PACE = "behind-pace";
        static final String SELF_ASSESSMENT = "self-assessment";

        public Said {
            reasons = Set.copyOf(reasons);
        }

        /** Overdue, slipped, silent and without evidence are rules of their own: one cause is one alert. */
        private boolean isWorrying() {
            return state.isBad() && (overridden || reasons.contains(BEHIND_PACE) || reasons.contains(SELF_ASSESSMENT));
        }
    }

    Health after(Said next, CommitmentEvent event) {
        return new Health(next, next.isWorrying() ? orElse(worry, event.sequence()) : null, recovery(next, event));
    }

    /** That of an import is old news. */
    private @Nullable Long recovery(Said next, CommitmentEvent event) {
        if (next.state() != State.ON_TRACK || event.backlog()) {
            return null;
        }
        return said.state().isBad() ? Long.valueOf(event.sequence()) : recovery;
    }

    private static long orElse(@Nullable Long since, long sequence) {
        return since == null ? sequence : since;
    }
}
