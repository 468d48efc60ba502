package org.waymark.progress.imports.csv;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.progress.imports.reading.Value;

/**
 * A commitment as the rows of a table describe it.
 *
 * @param line of its first row
 * @param key by which it is known in tables of this shape
 * @param notes what of it was not carried over, or only with a reservation
 */
public record CsvCommitment(
        int line,
        String key,
        Organization lead,
        List<String> supporting,
        String title,
        @Nullable String description,
        Status status,
        Places places,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable String workstream,
        @Nullable Integer workPlanYear,
        @Nullable ZoneId timeZone,
        List<Milestone> milestones,
        List<Indicator> indicators,
        List<Skipped> notes) {

    public CsvCommitment {
        supporting = List.copyOf(supporting);
        sdgTargets = List.copyOf(sdgTargets);
        milestones = List.copyOf(milestones);
        indicators = List.copyOf(indicators);
        notes = List.copyOf(notes);
    }

    /** @param type a code of the IATI codelist OrganisationType */
    public record Organization(
            String ref, String name, @Nullable String type) {}

    /**
     * How wide it reaches and where.
     *
     * @param countries ISO 3166-1 alpha-3, each once
     * @param regions codes of UN M49, each once
     */
    public record Places(Level level, List<String> countries, List<String> regions) {}

    /** @param due the last day on which reaching it is in time */
    public record Milestone(String title, LocalDate due, int weight) {}

    /** @param ascending false where less is better */
    public record Indicator(
            String title,
            Measure measure,
            boolean ascending,
            @Nullable Baseline baseline,
            List<Period> periods) {

        public Indicator {
            periods = List.copyOf(periods);
        }
    }

    public record Baseline(int year, @Nullable Value value) {}

    /** @param end never before the start */
    public record Period(
            LocalDate start,
            LocalDate end,
            @Nullable Value target,
            @Nullable Value actual) {}
}
