package org.waymark.prove;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one milestone. Each question is about one day. */
final class Milestone {

    private final LocalDate added;
    private final List<Term> terms = new ArrayList<>();
    private final List<Slip> slips = new ArrayList<>();
    private int weight;
    private @Nullable Claim claim;
    private @Nullable LocalDate verified;
    private @Nullable LocalDate missed;
    private @Nullable LocalDate cancelled;

    /**
     * A due date.
     *
     * @param since the day it became known
     * @param passed whether it was recorded that it went by
     * @param until the day another took its place
     */
    private record Term(
            LocalDate due,
            LocalDate since,
            boolean passed,
            @Nullable LocalDate until) {

        boolean isOverdueOn(LocalDate day) {
            return passed && day.isAfter(due) && !day.isBefore(since) && (until == null || day.isBefore(until));
        }
    }

    private record Slip(LocalDate recorded, long days) {}

    private record Claim(LocalDate on, boolean evidenced) {}

    Milestone(LocalDate added, LocalDate due, int weight) {
        this.added = added;
        this.weight = weight;
        terms.add(new Term(due, added, false, null));
    }

    void reweigh(int now) {
        weight = now;
    }

    void reschedule(LocalDate from, LocalDate to, LocalDate recorded) {
        Term term = terms.removeLast();
        terms.add(new Term(term.due(), term.since(), term.passed(), recorded));
        terms.add(new Term(to, recorded, false, null));
        if (to.isAfter(from)) {
            slips.add(new Slip(recorded, ChronoUnit.DAYS.between(from, to)));
        }
    }

    void pass() {
        Term term = terms.removeLast();
        terms.add(new Term(term.due(), term.since(), true, term.until()));
    }

    void claim(LocalDate on, boolean evidenced) {
        claim = new Claim(on, evidenced);
    }

    void retract() {
        claim = null;
        verified = null;
    }

    void verify(LocalDate recorded) {
        verified = recorded;
    }

    void miss(LocalDate recorded) {
        missed = recorded;
    }

    void cancel(LocalDate recorded) {
        cancelled = recorded;
    }

    int weight() {
        return weight;
    }

    boolean isThereOn(LocalDate day) {
        return !day.isBefore(added);
    }

    boolean isReachedOn(LocalDate day) {
        return isThereOn(day) && claim != null && !day.isBefore(claim.on());
    }

    boolean isEvidencedOn(LocalDate day) {
        return isReachedOn(day) && claim != null && claim.evidenced();
    }

    boolean isVerifiedOn(LocalDate day) {
        return isReachedOn(day) && hasCome(verified, day);
    }

    boolean isMissedOn(LocalDate day) {
        return hasCome(missed, day);
    }

    boolean isCancelledOn(LocalDate day) {
        return hasCome(cancelled, day);
    }

    boolean isPlannedOn(LocalDate day) {
        return isThereOn(day) && !isReachedOn(day) && !isMissedOn(day) && !isCancelledOn(day);
    }

    boolean isOverdueOn(LocalDate day) {
        return isPlannedOn(day) && terms.stream().anyMatch(term -> term.isOverdueOn(day));
    }

    long slipsBy(LocalDate day) {
        return slips.stream().filter(slip -> hasCome(slip.recorded(), day)).count();
    }

    long slippedDaysBy(LocalDate day) {
        return slips.stream()
                .filter(slip -> hasCome(slip.recorded(), day))
                .mapToLong(Slip::days)
                .sum();
    }

    private static boolean hasCome(@Nullable LocalDate date, LocalDate day) {
        return date != null && !day.isBefore(date);
    }
}
