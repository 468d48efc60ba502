package org.waymark.prove;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one commitment adds to the figures of one day: for each of them, does it hold on that day? */
final class Count {

    private final Known known;
    private final LocalDate day;
    private final List<Announced> soFar;
    private final Figures figures = new Figures();

    private Count(Known known, LocalDate day) {
        this.known = known;
        this.day = day;
        this.soFar = known.recordedBy(day);
    }

    static Figures of(Known known, LocalDate day) {
        return known.isThereOn(day) ? new Count(known, day).counted() : new Figures();
    }

    /** The same as a card tells it, of everything that is known. */
    static String status(List<Announced> events) {
        return events.stream()
                .filter(one -> one.is("submitted") || one.is("status-changed"))
                .map(one -> one.text(one.is("submitted") ? "status" : "to"))
                .reduce("", (earlier, later) -> later);
    }

    static String health(List<Announced> events) {
        return events.stream()
                .filter(one -> one.says("health"))
                .map(one -> one.data().at("/health/status").asString(""))
                .reduce("", (earlier, later) -> later);
    }

    private Figures counted() {
        figures.add("commitments", 1);
        figures.add("byStatus." + status(soFar), 1);
        figures.add("byHealth." + health(soFar), 1);
        milestones();
        updates();
        figures.add("freshness." + freshness(), 1);
        progress("progress.selfReported", Progress.selfReported(known, day));
        progress("progress.verified", Progress.verified(known, day));
        return figures;
    }

    private void milestones() {
        milestones("planned", one -> one.isPlannedOn(day));
        milestones("reached", one -> one.isReachedOn(day));
        milestones("verified", one -> one.isVerifiedOn(day));
        milestones("evidenced", one -> one.isEvidencedOn(day));
        milestones("missed", one -> one.isMissedOn(day));
        milestones("cancelled", one -> one.isCancelledOn(day));
        milestones("overdue", one -> one.isOverdueOn(day));
        milestones("slipped", one -> one.slipsBy(day) > 0);
        for (Milestone one : known.milestones().values()) {
            figures.add("milestones.slips", one.slipsBy(day));
            figures.add("milestones.slippedDays", one.slippedDaysBy(day));
        }
    }

    private void milestones(String name, Predicate<Milestone> holds) {
        figures.add(
                "milestones." + name,
                known.milestones().values().stream().filter(holds).count());
    }

    private void updates() {
        for (Announced one : soFar) {
            if (one.is("progress-reported")) {
                figures.add("updates", 1);
                figures.addReporter(one.text("organizationId"));
            } else if (one.is("update-verified")) {
                figures.add("updatesVerified", 1);
            }
        }
    }

    private String freshness() {
        LocalDate last = soFar.stream()
                .filter(one -> one.is("progress-reported") || one.is("update-resubmitted"))
                .map(Announced::day)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last == null) {
            return "never";
        }
        long age = ChronoUnit.DAYS.between(last, day);
        if (age < 30) {
            return "within30Days";
        }
        return age < 90 ? "within90Days" : "longer";
    }

    private void progress(String measure, @Nullable BigDecimal progress) {
        if (progress != null) {
            figures.add(measure, progress.movePointRight(4).longValueExact());
            figures.add(measure + ".known", 1);
        }
    }
}
