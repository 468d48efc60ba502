package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a card counts for by what was judged, from the day it was recorded on, and what becomes of that as time passes: how
 * long ago a commitment was last heard from changes without an event, on days that are known beforehand.
 */
final class Judgements {

    /** An update is fresh for so many days, and no longer fresh but not old for so many. */
    private static final int FRESH = 30;

    private static final int OLD = 90;

    private final Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
    private final LocalDate today;

    private Judgements(LocalDate today) {
        this.today = today;
    }

    /** Changes of measures by the day from which on they hold, none before {@code today}. */
    static Map<LocalDate, Map<String, Long>> of(Card card, LocalDate today) {
        Judgements judgements = new Judgements(today);
        judgements.count(card);
        Updates.Last last = card.updates().last();
        judgements.heard(last == null ? null : CardFold.day(last.recordedAt()));
        return judgements.byDay;
    }

    private void count(Card card) {
        Map<String, Long> now = byDay.computeIfAbsent(today, day -> new HashMap<>());
        now.put(Measures.COMMITMENTS, 1L);
        now.put(Measures.STATUS + card.status(), 1L);
        now.put(Measures.HEALTH + card.health().status(), 1L);
        now.put(Measures.UPDATES, card.updates().count());
        now.put(Measures.UPDATES_VERIFIED, card.updates().verified());
        card.updates().published().forEach((organization, said) -> now.put(Measures.REPORTED_BY + organization, said));
        List<Schedule> schedules =
                card.milestones().stream().map(Milestone::schedule).toList();
        now.put(Measures.SLIPS, schedules.stream().mapToLong(Schedule::slips).sum());
        now.put(
                Measures.SLIPPED_DAYS,
                schedules.stream().mapToLong(Schedule::slippedDays).sum());
        now.put(
                Measures.SLIPPED,
                schedules.stream().filter(one -> one.slips() > 0).count());
    }

    private void heard(@Nullable LocalDate last) {
        if (last == null) {
            from(today, "never", 1);
            return;
        }
        span("within30Days", last, last.plusDays(FRESH));
        span("within90Days", last.plusDays(FRESH), last.plusDays(OLD));
        span("longer", last.plusDays(OLD), null);
    }

    private void span(String how, LocalDate from, @Nullable LocalDate until) {
        if (until == null || until.isAfter(today)) {
            from(from, how, 1);
            if (until != null) {
                from(until, how, -1);
            }
        }
    }

    private void from(LocalDate day, String how, long by) {
        byDay.computeIfAbsent(day.isAfter(today) ? day : today, key -> new HashMap<>())
                .merge(Measures.FRESHNESS + how, by, Long::sum);
    }
}
