package org.waymark.progress.commitments.domain;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a progress update, as its author wrote it.
 *
 * @param effective the day it speaks of; null for the day it is recorded
 */
public record Report(
        Words words,
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

    /** What is said in words; each null where nothing is. */
    public record Words(
            @Nullable String narrative,
            @Nullable String challenges,
            @Nullable String nextSteps,
            @Nullable String practices) {

        public static final Words NONE = new Words(null, null, null, null);

        boolean isEmpty() {
            return equals(NONE);
        }
    }

    /**
     * "We have begun this milestone", or "we reached it".
     *
     * @param on the day it was reached; null where it was only begun
     */
    public record Claim(MilestoneId milestone, @Nullable LocalDate on) {
        boolean isReached() {
            return on != null;
        }
    }

    /** A value measured for a period. */
    public record Actual(IndicatorId indicator, PeriodId period, Value value, Disaggregation disaggregation) {}

    /**
     * Where a reader can see for themselves: a link or a stored file.
     *
     * @param file id of the file; null for a link
     * @param language as BCP 47, null where it is not given
     */
    public record Evidence(
            @Nullable URI url,
            @Nullable String file,
            String title,
            @Nullable String language,
            @Nullable LocalDate date) {}

    boolean isEmpty() {
        return words.isEmpty() && assessment == null && milestones.isEmpty() && actuals.isEmpty() && evidence.isEmpty();
    }

    /** Ids of the files it names. */
    public List<String> files() {
        return evidence.stream().map(Evidence::file).filter(Objects::nonNull).toList();
    }
}
