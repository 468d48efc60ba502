package org.waymark.progress.commitments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that may be sent. What can be said of a field alone is checked here; the rest is the domain's to refuse. */
final class CommitmentRequests {

    static final String ID = "[0-9a-f-]{36}";
    static final String ID_MESSAGE = "An id, as Waymark gave it.";

    private CommitmentRequests() {}

    record Submission(
            @NotBlank @Size(max = 500) String title,
            @Nullable @Size(max = 20_000) String description,

            @Nullable @Pattern(regexp = ID, message = ID_MESSAGE)
            String groupId,

            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = ID, message = ID_MESSAGE) String> supporting,

            @NotNull @Pattern(regexp = "global|regional|country", message = "One of global, regional, country.")
            String level,

            @Nullable @Size(max = 250)
            List<@NotNull @Pattern(regexp = "[A-Z]{3}", message = "An ISO 3166 alpha-3 code, as SLV.") String>
                    countries,

            @Nullable @Size(max = 50)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "(?:[1-9]|1[0-7])\\.(?:[1-9]\\d?|[a-d])",
                                    message = "An SDG target, as 8.7.")
                            String>
                    sdgTargets,

            @NotNull LocalDate start,
            @NotNull LocalDate end,
            @Nullable @Size(max = 200) List<@NotNull @Valid MilestoneBody> milestones,
            @Nullable @Size(max = 500) List<@NotNull @Valid IndicatorBody> indicators,
            @Nullable Boolean draft) {}

    record MilestoneBody(
            @NotBlank @Size(max = 500) String title,
            @NotNull LocalDate due,
            @Nullable @Min(1) @Max(1_000) Integer weight) {}

    record IndicatorBody(
            @NotBlank @Size(max = 4_000) String title,

            @NotNull
            @Pattern(
                    regexp = "unit|percentage|nominal|ordinal|qualitative",
                    message = "One of unit, percentage, nominal, ordinal, qualitative.")
            String measure,

            @Nullable Boolean ascending,
            @Nullable @Valid BaselineBody baseline,
            @Nullable @Size(max = 100) List<@NotNull @Valid PeriodBody> periods) {}

    record BaselineBody(
            @NotNull @Min(1900) @Max(2200) Integer year,
            @Nullable Object value) {}

    record PeriodBody(
            @NotNull LocalDate start,
            @NotNull LocalDate end,
            @Nullable Object target) {}

    record Revision(
            @Nullable @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*", message = "A title says something.")
            String title,

            @Nullable @Size(max = 20_000) String description,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {}

    record Update(
            @Nullable @Size(min = 1, max = 20_000) String narrative,

            @Nullable @Pattern(regexp = "on-track|at-risk|off-track", message = "One of on-track, at-risk, off-track.")
            String assessment,

            @Nullable LocalDate effective,
            @Nullable @Size(max = 200) List<@NotNull @Valid ClaimBody> milestones,
            @Nullable @Size(max = 500) List<@NotNull @Valid ActualBody> actuals,
            @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceBody> evidence,
            @Nullable Boolean draft) {}

    record ClaimBody(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE)
            String id,

            @NotNull @Pattern(regexp = "reached", message = "Only reached can be claimed.")
            String status,

            @NotNull LocalDate on) {}

    record ActualBody(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE)
            String indicatorId,

            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE)
            String periodId,

            @NotNull Object value) {}

    record EvidenceBody(
            @NotBlank
            @Size(max = 2_000)
            @Pattern(regexp = "https?://[^\\s<>\"]+", message = "A link that starts with https:// or http://.")
            String url,

            @NotBlank @Size(max = 500) String title) {}
}
