package org.waymark.notification.watch.domain;

import static org.waymark.notification.watch.domain.Rule.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * Nobody has reported for long. progress-service keeps that clock and records it as an event, 90 days after the last
 * update or the submission unless set otherwise; here no clock is read for that.
 *
 * <p>Example: event 2 says that the commitment was last heard of on 1 August 2026: one alert, <em>Nobody has reported on
 * "Safe recruitment" since 1 August 2026.</em> Update 3, whatever it says, resolves it. Silence after that is a new cause.
 * After 365 days, and again after 730, an urgent alert takes the place of the one before; for these the clock is read.
 */
record SilentRule() implements StandingRule, ClockRule {

    private static final int YEAR = 365;
    private static final int TWO_YEARS = 730;

    @Override
    public AlertRule rule() {
        return AlertRule.SILENT;
    }

    @Override
    public List<Cause> standing(Watch watch) {
        Silence silence = watch.silence();
        Long since = silence == null ? null : watch.lifeCycle().matters(silence.since());
        return silence == null || since == null
                ? List.of()
                : List.of(watch.cause(
                        watch.key(AlertRule.SILENT, since),
                        Severity.WARNING,
                        watch.title(),
                        "Nobody has reported on \"%s\" since %s.".formatted(watch.title(), day(silence.lastHeard()))));
    }

    /** The later step takes the place of the one before. */
    @Override
    public List<Timed> timed(Watch watch) {
        Silence silence = watch.silence();
        return silence == null
                ? List.of()
                : standing(watch).stream()
                        .flatMap(first -> steps(watch, silence.lastHeard(), first))
                        .toList();
    }

    private static Stream<Timed> steps(Watch watch, LocalDate heard, Cause first) {
        Instant year = watch.subject().beginning(heard.plusDays(YEAR));
        Instant twoYears = watch.subject().beginning(heard.plusDays(TWO_YEARS));
        return Stream.of(
                new Timed(first, watch.subject().beginning(heard), year),
                new Timed(louder(watch, first, YEAR), year, twoYears),
                new Timed(louder(watch, first, TWO_YEARS), twoYears, null));
    }

    private static Cause louder(Watch watch, Cause first, int days) {
        return watch.cause(
                first.key().at(days + "d"),
                Severity.URGENT,
                watch.title(),
                first.sentence().replaceAll("\\.$", ": more than %d days.".formatted(days)));
    }

    @Override
    public String over(CauseKey key, Watch now) {
        return now.isUnderWay() && now.silence() != null
                ? "Nobody has reported on \"%s\" for longer still.".formatted(now.title())
                : told(now);
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        return told(after);
    }

    private static String told(Watch after) {
        return after.isUnderWay()
                ? "A progress update on \"%s\" has been posted.".formatted(after.title())
                : after.atRest();
    }
}
