package org.waymark.progress.dashboard.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days on which milestones change what is counted, as far as is known now. Nothing is effective before a milestone was
 * there. What is verified stays reached; while it is open it is planned, and while its day has gone by besides overdue.
 */
final class Timeline {

    private final Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();

    private Timeline() {}

    /** Changes of measures, by the day from which on they hold. */
    static Map<LocalDate, Map<String, Long>> of(List<Milestone> milestones) {
        Timeline timeline = new Timeline();
        milestones.forEach(timeline::draw);
        return timeline.byDay;
    }

    private void draw(Milestone milestone) {
        LocalDate from = milestone.addedOn();
        LocalDate end = milestone.endedOn();
        span("planned", from, end);
        if (end != null) {
            ended(milestone, end);
        }
        for (Milestone.Span overdue : milestone.overdue()) {
            span("overdue", overdue.from(), earlier(overdue.until(), end));
        }
    }

    private void ended(Milestone milestone, LocalDate end) {
        switch (milestone.state()) {
            case PLANNED, IN_PROGRESS -> {}
            case REACHED -> reached(milestone, end);
            case VERIFIED -> {
                reached(milestone, end);
                LocalDate verified = milestone.verifiedOn();
                span("verified", verified == null ? end : verified, null);
            }
            case MISSED -> span("missed", end, null);
            case CANCELLED -> span("cancelled", end, null);
        }
    }

    private void reached(Milestone milestone, LocalDate end) {
        span("reached", end, null);
        if (milestone.evidenced()) {
            span("evidenced", end, null);
        }
    }

    private void span(String what, LocalDate from, @Nullable LocalDate until) {
        if (until == null || from.isBefore(until)) {
            change(from, what, 1);
            if (until != null) {
                change(until, what, -1);
            }
        }
    }

    private void change(LocalDate day, String what, long by) {
        byDay.computeIfAbsent(day, key -> new HashMap<>()).merge(Measures.MILESTONES + what, by, Long::sum);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
