package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A step towards what was promised.
 *
 * @param originalDue as first promised
 * @param due the last day on which reaching it is in time
 * @param weight its share in the commitment's progress, relative to its siblings
 * @param claim that it was reached; null while nobody says so
 * @param overdue whether its being overdue has been recorded
 * @param slips how often it was put off
 * @param slippedDays by how many days in all
 */
public record Milestone(
        MilestoneId id,
        String title,
        LocalDate originalDue,
        LocalDate due,
        int weight,
        State state,
        @Nullable Claim claim,
        boolean overdue,
        int slips,
        int slippedDays) {

    /** From the plan to its end. */
    public enum State {
        PLANNED,
        IN_PROGRESS,
        /** Claimed. */
        REACHED,
        VERIFIED,
        MISSED,
        CANCELLED
    }

    /**
     * "We reached it on that day."
     *
     * @param evidenced whether the update that says so brought evidence
     */
    public record Claim(UpdateId update, PartnerId by, LocalDate on, boolean evidenced) {}

    public static Milestone planned(MilestoneId id, String title, LocalDate due, int weight) {
        return new Milestone(id, title, due, due, weight, State.PLANNED, null, false, 0, 0);
    }

    /** Still to be reached. */
    public boolean isOpen() {
        return state == State.PLANNED || state == State.IN_PROGRESS;
    }

    boolean isOverdueOn(LocalDate today) {
        return isOpen() && today.isAfter(due);
    }

    boolean isClaimedBy(UpdateId update) {
        return state == State.REACHED && claim != null && claim.update().equals(update);
    }

    Milestone begun() {
        return with(State.IN_PROGRESS, claim, overdue);
    }

    Milestone reached(Claim said) {
        return with(State.REACHED, said, false);
    }

    /** As if the claim had not been made; whether it is overdue is recorded anew. */
    Milestone retracted() {
        return with(State.PLANNED, null, false);
    }

    Milestone closed(State how) {
        return with(how, claim, false);
    }

    Milestone recordedOverdue() {
        return with(state, claim, true);
    }

    Milestone revised(String newTitle, int newWeight) {
        return new Milestone(id, newTitle, originalDue, due, newWeight, state, claim, overdue, slips, slippedDays);
    }

    Milestone rescheduled(LocalDate to) {
        int days = (int) ChronoUnit.DAYS.between(due, to);
        return new Milestone(
                id,
                title,
                originalDue,
                to,
                weight,
                state,
                claim,
                false,
                days > 0 ? slips + 1 : slips,
                slippedDays + Math.max(0, days));
    }

    private Milestone with(State next, @Nullable Claim said, boolean late) {
        return new Milestone(id, title, originalDue, due, weight, next, said, late, slips, slippedDays);
    }
}
