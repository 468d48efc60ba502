package org.waymark.notification.watch.domain;

import java.time.LocalDate;

/** @param since the sequence of the event that began its state */
public record Milestone(String id, String title, LocalDate due, State state, long since) {

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
        return new Milestone(promise.milestoneId(), promise.title(), promise.due(), State.PLANNED, sequence);
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
        return state == next || state.isClosed() ? this : new Milestone(id, title, due, next, sequence);
    }

    /** What is reached cannot fall due any more, whichever of the two was recorded first. */
    Milestone overdue(LocalDate day, long sequence) {
        return state == State.PLANNED ? new Milestone(id, title, day, State.OVERDUE, sequence) : this;
    }

    /** As if the claim had not been made; that it is overdue is recorded anew. */
    Milestone retracted(long sequence) {
        return state == State.REACHED ? to(State.PLANNED, sequence) : this;
    }

    /** That it is overdue is recorded anew. */
    Milestone rescheduled(LocalDate to, long sequence) {
        Milestone moved = new Milestone(id, title, to, state, since);
        return state == State.OVERDUE ? moved.to(State.PLANNED, sequence) : moved;
    }

    Milestone titled(String next) {
        return new Milestone(id, next, due, state, since);
    }
}
