package org.waymark.notification.watch.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * @param since the sequence of the event that began its state
 * @param dueSince since which event it is due on that day, and planned
 * @param slips how often it was put off beyond its first day; null for never
 * @param bare since which event it is claimed with no evidence; null while it is not
 */
public record Milestone(
        String id,
        String title,
        LocalDate due,
        State state,
        long since,
        LocalDate firstDue,
        long dueSince,
        @Nullable Slips slips,
        @Nullable Long bare) {

    /**
     * @param count of all times that it was put off
     * @param since the latest time, or when it was planned again after a claim was taken back
     */
    public record Slips(int count, long since) {}

    public enum State {
        PLANNED,
        OVERDUE,
        /** Claimed. */
        REACHED,
        VERIFIED,
        MISSED,
        CANCELLED;

        private boolean isClosed() {
            return switch (this) {
                case PLANNED, OVERDUE, REACHED -> false;
                case VERIFIED, MISSED, CANCELLED -> true;
            };
        }
    }

    static Milestone planned(CommitmentEvent.Promise promise, long sequence) {
        return new Milestone(
                promise.milestoneId(),
                promise.title(),
                promise.due(),
                State.PLANNED,
                sequence,
                promise.due(),
                sequence,
                null,
                null);
    }

    public boolean is(State other) {
        return state == other;
    }

    /** Whether the event with this sequence brought it there. */
    boolean became(State other, long sequence) {
        return state == other && since == sequence;
    }

    /** What is closed stays as it is, whatever is heard of it later. */
    Milestone to(State next, long sequence) {
        return state == next || state.isClosed()
                ? this
                : new Milestone(
                        id, title, due, next, sequence, firstDue, dueSince, slips, next == State.REACHED ? bare : null);
    }

    /** What is reached cannot fall due any more, whichever of the two was recorded first. */
    Milestone overdue(LocalDate day, long sequence) {
        return state == State.PLANNED
                ? new Milestone(id, title, day, State.OVERDUE, sequence, firstDue, dueSince, slips, null)
                : this;
    }

    Milestone claimed(long sequence, boolean evidenced) {
        Milestone next = to(State.REACHED, sequence);
        Long shown = evidenced || next.state != State.REACHED ? null : Long.valueOf(bare == null ? sequence : bare);
        return new Milestone(id, title, due, next.state, next.since, firstDue, dueSince, slips, shown);
    }

    /** As if the claim had not been made; that it is overdue is recorded anew, and that it slipped is so again. */
    Milestone retracted(long sequence) {
        if (state != State.REACHED) {
            return this;
        }
        Slips again = slips == null ? null : new Slips(slips.count(), sequence);
        return new Milestone(id, title, due, State.PLANNED, sequence, firstDue, sequence, again, null);
    }

    /** That it is overdue is recorded anew. */
    Milestone rescheduled(LocalDate to, long sequence) {
        Milestone moved = new Milestone(id, title, to, state, since, firstDue, sequence, slipped(to, sequence), bare);
        return state == State.OVERDUE ? moved.to(State.PLANNED, sequence) : moved;
    }

    private @Nullable Slips slipped(LocalDate to, long sequence) {
        boolean slips = to.isAfter(due) && to.isAfter(firstDue);
        int before = this.slips == null ? 0 : this.slips.count();
        return slips ? new Slips(before + 1, sequence) : this.slips;
    }

    /** Days from the day it was first due to the one it is due now. */
    long daysLate() {
        return ChronoUnit.DAYS.between(firstDue, due);
    }

    /** Since when it is later than it first was to be; null while it is not, or is open no more. */
    @Nullable
    Slips slipping() {
        return isOpen() && due.isAfter(firstDue) ? slips : null;
    }

    boolean isOpen() {
        return state == State.PLANNED || state == State.OVERDUE;
    }

    Milestone titled(String next) {
        return new Milestone(id, next, due, state, since, firstDue, dueSince, slips, bare);
    }
}
