package org.waymark.progress.dashboard.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.waymark.edge.Problem;

/** The days on which a trend is drawn. */
final class Trend {

    private static final int MOST = 400;

    private Trend() {}

    /** A week ends on Sunday (ISO 8601). */
    enum Step {
        DAY,
        WEEK,
        MONTH;

        private LocalDate lastDay(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            };
        }
    }

    /**
     * The last day of each step; of the last one {@code to}.
     *
     * @throws Problem 400 where they are too many, or none
     */
    static List<LocalDate> days(LocalDate from, LocalDate to, Step step) {
        if (from.isAfter(to)) {
            throw Problem.invalid("from", "It lies behind the day up to which the trend is asked for.");
        }
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = step.lastDay(from);
        for (; last.isBefore(to); last = step.lastDay(last.plusDays(1))) {
            days.add(last);
            if (days.size() == MOST) {
                throw Problem.invalid(
                        "step", "These are more than " + MOST + " steps. Take longer ones or fewer days.");
            }
        }
        days.add(to);
        return days;
    }
}
