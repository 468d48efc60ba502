package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;

/** What must hold for a promise to be taken. */
final class SubmissionRules {

    /** Beyond these a date is a slip of the keyboard. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    private SubmissionRules() {}

    static void check(SubmitCommitment command) {
        checkReach(command.promise());
        checkDates(command.promise(), command.milestones());
        checkPeriods(command.indicators());
    }

    static void checkDates(Promise promise, List<Milestone> milestones) {
        LocalDate end = promise.end();
        checkYear("start", promise.start());
        checkYear("end", end == null ? promise.start() : end);
        if (end != null && end.isBefore(promise.start())) {
            throw Refusal.invalid("end", "The end is before the start.");
        }
        for (int i = 0; i < milestones.size(); i++) {
            LocalDate due = milestones.get(i).due();
            checkYear("milestones[" + i + "].due", due);
            if (due.isBefore(promise.start())) {
                throw Refusal.invalid("milestones[" + i + "].due", "The milestone is due before the start.");
            }
        }
    }

    private static void checkYear(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Refusal.invalid(field, "A year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
    }

    private static void checkReach(Promise promise) {
        if (promise.level() == Level.COUNTRY && promise.countries().isEmpty()) {
            throw Refusal.invalid("countries", "A commitment at country level names at least one country.");
        }
        if (promise.supporting().contains(promise.lead())) {
            throw Refusal.invalid("supporting", "The lead partner cannot support itself.");
        }
    }

    private static void checkPeriods(List<Indicator> indicators) {
        for (int i = 0; i < indicators.size(); i++) {
            List<Indicator.Period> periods = indicators.get(i).periods();
            for (int p = 0; p < periods.size(); p++) {
                checkYear(
                        "indicators[" + i + "].periods[" + p + "].start",
                        periods.get(p).start());
                checkYear(
                        "indicators[" + i + "].periods[" + p + "].end",
                        periods.get(p).end());
                if (periods.get(p).end().isBefore(periods.get(p).start())) {
                    throw Refusal.invalid(
                            "indicators[" + i + "].periods[" + p + "].end", "The period ends before it starts.");
                }
            }
        }
    }
}
