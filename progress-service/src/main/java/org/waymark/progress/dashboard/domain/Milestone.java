package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step towards what was promised, with all that totals are counted by. Days of recording are in UTC.
 *
 * @param on the day it was reached, as is claimed; null while nobody says so
 * @param evidenced whether the claim that stands was made with evidence
 * @param closedOn the day it was recorded as verified, missed or cancelled; null until then
 * @param overdue when its due day had gone by, no matter whether it had been reached or closed by then
 * @param addedOn the day from which on it counts
 */
public record Milestone(
        String id,
        String title,
        int weight,
        Schedule schedule,
        State state,
        @Nullable LocalDate on,
        boolean evidenced,
        @Nullable LocalDate closedOn,
        List<Span> overdue,
        LocalDate addedOn) {

    public enum State {
        PLANNED,
        IN_PROGRESS,
        /** Claimed. */
        REACHED,
        VERIFIED,
        MISSED,
        CANCELLED
    }

    /** @param until the first day that is no longer in it; null while it lasts */
    public record Span(LocalDate from, @Nullable LocalDate until) {

        public Span {
            Objects.requireNonNull(from, "from");
        }

        boolean lasts() {
            return until == null;
        }

        /** Nothing where it would only have begun later. */
        Stream<Span> endedBy(LocalDate day) {
            if (!lasts()) {
                return Stream.of(this);
            }
            return from.isBefore(day) ? Stream.of(new Span(from, day)) : Stream.empty();
        }
    }

    public Milestone {
        Stream.of(id, title, schedule, state, addedOn).forEach(Objects::requireNonNull);
        overdue = List.copyOf(overdue);
    }

    static Milestone planned(CommitmentEvents.NewMilestone one, LocalDate today) {
        Schedule schedule = Schedule.of(one.due(), today);
        return new Milestone(
                one.id(), one.title(), one.weight(), schedule, State.PLANNED, null, false, null, List.of(), today);
    }

    /** Still to be reached. */
    public boolean isOpen() {
        return state == State.PLANNED || state == State.IN_PROGRESS;
    }

    public boolean standsOverdue() {
        return isOpen() && overdue.stream().anyMatch(Span::lasts);
    }

    /** The day from which on it was no longer open; null while it is. Nothing is effective before it was there. */
    @Nullable
    LocalDate endedOn() {
        return switch (state) {
            case PLANNED, IN_PROGRESS -> null;
            case REACHED, VERIFIED -> notBefore(addedOn, on);
            case MISSED, CANCELLED -> notBefore(addedOn, closedOn);
        };
    }

    /** The day from which on it counts as verified; null while it does not. */
    @Nullable
    LocalDate verifiedOn() {
        LocalDate end = endedOn();
        return state == State.VERIFIED && end != null ? notBefore(end, closedOn) : null;
    }

    boolean isThere(LocalDate day) {
        return !addedOn.isAfter(day);
    }

    boolean isCancelled(LocalDate day) {
        return state == State.CANCELLED && holds(endedOn(), day);
    }

    boolean isReached(LocalDate day) {
        return (state == State.REACHED || state == State.VERIFIED) && holds(endedOn(), day);
    }

    boolean isVerified(LocalDate day) {
        return holds(verifiedOn(), day);
    }

    private static boolean holds(@Nullable LocalDate since, LocalDate day) {
        return since != null && !since.isAfter(day);
    }

    private static @Nullable LocalDate notBefore(LocalDate earliest, @Nullable LocalDate day) {
        return day == null || day.isAfter(earliest) ? day : earliest;
    }

    Milestone begun() {
        return with(State.IN_PROGRESS, null, false, null);
    }

    Milestone reached(LocalDate day, boolean withEvidence) {
        return with(State.REACHED, day, withEvidence, null);
    }

    /** As if it had never been claimed: if it was overdue before the claim, it has been so ever since. */
    Milestone retracted() {
        return with(State.PLANNED, null, false, null);
    }

    /** Nothing is verified that nobody claims; should it happen, the reviewer's word is the claim. */
    Milestone verified(LocalDate today) {
        return with(State.VERIFIED, on == null ? today : on, evidenced, today);
    }

    Milestone closed(State how, LocalDate today) {
        return with(how, on, evidenced, today);
    }

    Milestone revised(String newTitle, int newWeight) {
        return new Milestone(id, newTitle, newWeight, schedule, state, on, evidenced, closedOn, overdue, addedOn);
    }

    /** From today on it is not overdue, until that is recorded of the new day too. */
    Milestone rescheduled(LocalDate from, LocalDate to, LocalDate today) {
        List<Span> past = overdue.stream().flatMap(span -> span.endedBy(today)).toList();
        Schedule moved = schedule.moved(from, to, today);
        return new Milestone(id, title, weight, moved, state, on, evidenced, closedOn, past, addedOn);
    }

    /** From the day after it was due, but not while another day stood. After a retraction it may be recorded anew. */
    Milestone overdue(LocalDate due) {
        if (overdue.stream().anyMatch(Span::lasts)) {
            return this;
        }
        LocalDate next = due.plusDays(1);
        Span lasting = new Span(next.isAfter(schedule.since()) ? next : schedule.since(), null);
        List<Span> spans = Stream.concat(overdue.stream(), Stream.of(lasting)).toList();
        return new Milestone(id, title, weight, schedule, state, on, evidenced, closedOn, spans, addedOn);
    }

    private Milestone with(State next, @Nullable LocalDate reached, boolean withEvidence, @Nullable LocalDate closed) {
        return new Milestone(id, title, weight, schedule, next, reached, withEvidence, closed, overdue, addedOn);
    }
}
