package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;

/** What must hold for a promise and its plan to be taken. */
final class PlanRules {

    /** Beyond these a date is a slip of the keyboard. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    private PlanRules() {}

    static void check(SubmitCommitment command) {
        check(command.promise());
        for (int i = 0; i < command.milestones().size(); i++) {
            checkDue("milestones[" + i + "].due", command.milestones().get(i).due(), command.promise());
        }
        for (int i = 0; i < command.indicators().size(); i++) {
            checkPeriods(
                    "indicators[" + i + "].periods", command.indicators().get(i).periods());
        }
    }

    static void check(Promise promise) {
        LocalDate end = promise.end();
        checkYear("start", promise.start());
        checkYear("end", end == null ? promise.start() : end);
        if (end != null && end.isBefore(promise.start())) {
            throw Refusal.invalid("end", "The end is before the start.");
        }
        if (promise.reach().level() == Level.COUNTRY
                && promise.reach().countries().isEmpty()) {
            throw Refusal.invalid("countries", "A commitment at country level names at least one country.");
        }
        if (promise.supporting().contains(promise.lead())) {
            throw Refusal.invalid("supporting", "The lead partner cannot support itself.");
        }
    }

    static void checkDue(String field, LocalDate due, Promise promise) {
        checkYear(field, due);
        if (due.isBefore(promise.start())) {
            throw Refusal.invalid(field, "The milestone is due before the start.");
        }
    }

    static void checkPeriods(String field, List<Indicator.Period> periods) {
        for (int i = 0; i < periods.size(); i++) {
            checkPeriod(field + "[" + i + "].", periods.get(i));
        }
    }

    static void checkPeriod(String prefix, Indicator.Period period) {
        checkYear(prefix + "start", period.start());
        checkYear(prefix + "end", period.end());
        if (period.end().isBefore(period.start())) {
            throw Refusal.invalid(prefix + "end", "The period ends before it starts.");
        }
    }

    private static void checkYear(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Refusal.invalid(field, "A year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
    }
}
