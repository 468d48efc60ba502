package org.waymark.progress.commitments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies that may be sent. What can be said of a field alone is checked here; the rest is the domain's to refuse. */
final class CommitmentRequests {

    static final String ID = "[0-9a-f-]{36}";
    static final String ID_MESSAGE = "An id, as Waymark gave it.";
    static final String SAYS_SOMETHING = "(?s).*\\S.*";

    private CommitmentRequests() {}

    record Submission(
            @NotBlank @Size(max = 500) String title,
            @Nullable @Size(max = 20_000) String description,

            @Nullable @Pattern(regexp = ID, message = ID_MESSAGE)
            String groupId,

            @Nullable @Size(min = 1, max = 200) String workstream,
            @Nullable @Min(1900) @Max(2200) Integer workPlanYear,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = ID, message = ID_MESSAGE) String> supporting,

            @NotNull @Pattern(regexp = "global|regional|country", message = "One of global, regional, country.")
            String level,

            @Nullable @Size(max = 250) List<@NotNull @Listed(Listed.By.COUNTRY) String> countries,
            @Nullable @Size(max = 50) List<@NotNull @Listed(Listed.By.REGION) String> regions,
            @Nullable @Size(max = 50) List<@NotNull @Listed(Listed.By.SDG_TARGET) String> sdgTargets,
            @NotNull LocalDate start,
            @NotNull LocalDate end,
            @Nullable @Listed(Listed.By.TIME_ZONE) String timeZone,
            @Nullable @Size(max = 200) List<@NotNull @Valid MilestoneBody> milestones,
            @Nullable @Size(max = 500) List<@NotNull @Valid IndicatorBody> indicators,
            @Nullable Boolean draft) {}

    record MilestoneBody(
            @NotBlank @Size(max = 500) String title,
            @NotNull LocalDate due,
            @Nullable @Min(1) @Max(1_000) Integer weight) {}

    /** Another day needs a reason. */
    record MilestoneRevision(
            @Nullable @Size(max = 500) @Pattern(regexp = SAYS_SOMETHING, message = "A title says something.")
            String title,

            @Nullable @Min(1) @Max(1_000) Integer weight,
            @Nullable LocalDate due,
            @Nullable @Size(max = 4_000) String reason) {}

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
            @Nullable @Size(max = 500) @Pattern(regexp = SAYS_SOMETHING, message = "A title says something.")
            String title,

            @Nullable @Size(max = 20_000) String description,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = ID, message = ID_MESSAGE) String> supporting,
            @Nullable @Listed(Listed.By.TIME_ZONE) String timeZone) {}

    /** For steps that may be taken without one. */
    record Reason(@Nullable @Size(max = 4_000) String reason) {
        static final Reason NONE = new Reason(null);
    }

    record Override(
            @NotNull
            @Pattern(
                    regexp = "on-track|at-risk|off-track|unknown",
                    message = "One of on-track, at-risk, off-track, unknown.")
            String status,

            @NotNull LocalDate until,
            @NotBlank @Size(max = 4_000) String reason) {}

    record Correction(
            @NotNull Object value,
            @Nullable Map<String, Map<String, BigDecimal>> disaggregation,
            @NotBlank @Size(max = 4_000) String reason) {}
}
