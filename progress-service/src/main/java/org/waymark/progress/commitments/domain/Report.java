package org.waymark.progress.commitments.domain;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a progress update, as its author wrote it.
 *
 * @param effective the day it speaks of; null for the day it is recorded
 */
public record Report(
        @Nullable String narrative,
        @Nullable Assessment assessment,
        @Nullable LocalDate effective,
        List<Claim> milestones,
        List<Actual> actuals,
        List<Evidence> evidence) {

    public Report {
        milestones = List.copyOf(milestones);
        actuals = List.copyOf(actuals);
        evidence = List.copyOf(evidence);
    }

    /** "We reached this milestone on that day." */
    public record Claim(MilestoneId milestone, LocalDate on) {}

    /** A value measured for a period. */
    public record Actual(IndicatorId indicator, PeriodId period, Value value) {}

    /** Where a reader can see for themselves. */
    public record Evidence(URI url, String title) {}

    boolean isEmpty() {
        return narrative == null
                && assessment == null
                && milestones.isEmpty()
                && actuals.isEmpty()
                && evidence.isEmpty();
    }
}
