package org.waymark.notification.watch.domain;

import java.time.LocalDate;

/** @param since the sequence of the event that began its state */
public record Milestone(String id, String title, LocalDate due, State state, long since) {

    public enum State {
        PLANNED,
        REACHED,
        OVERDUE
    }

    public boolean is(State other) {
        return state == other;
    }

    /** Whether the event with this sequence brought it there. */
    boolean became(State other, long sequence) {
        return state == other && since == sequence;
    }

    Milestone to(State next, long sequence) {
        return state == next ? this : new Milestone(id, title, due, next, sequence);
    }

    /** What is reached cannot fall due any more, whichever of the two was recorded first. */
    Milestone overdue(LocalDate day, long sequence) {
        return state == State.PLANNED ? new Milestone(id, title, day, State.OVERDUE, sequence) : this;
    }
}
