package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * A milestone that is neither reached nor closed falls due in 30, 14, 7 days, or tomorrow. Days begin in the commitment's
 * time zone, as for progress-service, which records that it is overdue. A later step takes the place of the earlier one.
 *
 * <p>Example: "Baseline survey" is due on 31 December 2026. With 1 December one alert, <em>Milestone "Baseline survey" of
 * "Safe recruitment" is due on 31 December 2026, in 30 days.</em> With 17 December that is resolved and another raised.
 * Reached on the 20th: resolved. Entered only on 26 December: the step of 7 days alone. It is also resolved where the
 * milestone is put on another day, whose steps are new causes, or closed, and while nothing is expected of the commitment;
 * and with the day after, when it is overdue.
 */
record DueSoonRule() implements ClockRule {

    private static final List<Integer> STEPS = List.of(30, 14, 7, 1);

    @Override
    public AlertRule rule() {
        return AlertRule.DUE_SOON;
    }

    @Override
    public List<Timed> timed(Watch watch) {
        List<Timed> timed = new ArrayList<>();
        for (Milestone milestone : watch.milestones()) {
            Long since = milestone.is(State.PLANNED) ? watch.lifeCycle().matters(milestone.dueSince()) : null;
            if (since != null) {
                steps(watch, milestone, since, timed);
            }
        }
        return timed;
    }

    private static void steps(Watch watch, Milestone milestone, long since, List<Timed> timed) {
        LocalDate until = milestone.due().plusDays(1);
        for (int step : STEPS.reversed()) {
            LocalDate from = milestone.due().minusDays(step);
            timed.add(new Timed(
                    cause(watch, milestone, since, step),
                    watch.subject().beginning(from),
                    watch.subject().beginning(until)));
            until = from;
        }
    }

    private static Cause cause(Watch watch, Milestone milestone, long since, int step) {
        return watch.cause(
                watch.key(AlertRule.DUE_SOON, milestone, since).at(step + "d"),
                step > 7 ? Severity.INFO : Severity.WARNING,
                milestone.title(),
                "%s is due on %s, in %s."
                        .formatted(watch.named(milestone), day(milestone.due()), step == 1 ? "a day" : step + " days"));
    }

    @Override
    public String over(CauseKey key, Watch now) {
        Milestone milestone = now.milestone(Objects.requireNonNull(key.milestoneId()));
        return now.isUnderWay() ? now.standing(milestone) : now.atRest();
    }
}
