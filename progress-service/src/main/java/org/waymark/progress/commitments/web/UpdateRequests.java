package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.CommitmentRequests.ID;
import static org.waymark.progress.commitments.web.CommitmentRequests.ID_MESSAGE;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies of what is said of progress, and of what is said of that. */
final class UpdateRequests {

    private UpdateRequests() {}

    /** @param supersedes an earlier update whose place this one takes */
    record Update(
            @Nullable @Size(min = 1, max = 20_000) String narrative,
            @Nullable @Size(min = 1, max = 20_000) String challenges,
            @Nullable @Size(min = 1, max = 20_000) String nextSteps,
            @Nullable @Size(min = 1, max = 20_000) String practices,

            @Nullable @Pattern(regexp = "on-track|at-risk|off-track", message = "One of on-track, at-risk, off-track.")
            String assessment,

            @Nullable LocalDate effective,
            @Nullable @Size(max = 200) List<@NotNull @Valid ClaimBody> milestones,
            @Nullable @Size(max = 500) List<@NotNull @Valid ActualBody> actuals,
            @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceBody> evidence,

            @Nullable @Pattern(regexp = ID, message = ID_MESSAGE)
            String supersedes,

            @Nullable Boolean draft) {

        /** Ids of the files it names, also where it is not valid otherwise. */
        List<String> files() {
            return evidence == null
                    ? List.of()
                    : evidence.stream()
                            .filter(Objects::nonNull)
                            .flatMap(one -> Stream.ofNullable(one.fileId()))
                            .toList();
        }
    }

    /** {@code on} belongs to a milestone that was reached. */
    record ClaimBody(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE)
            String id,

            @NotNull @Pattern(regexp = "reached|in-progress", message = "One of reached, in-progress.")
            String status,

            @Nullable LocalDate on) {}

    record ActualBody(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE)
            String indicatorId,

            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE)
            String periodId,

            @NotNull Object value,
            @Nullable Map<String, Map<String, BigDecimal>> disaggregation) {}

    /** A link, or a file that was uploaded before. */
    record EvidenceBody(
            @Nullable
            @Size(max = 2_000)
            @Pattern(regexp = "https?://[^\\s<>\"]+", message = "A link that starts with https:// or http://.")
            String url,

            @Nullable @Pattern(regexp = ID, message = ID_MESSAGE)
            String fileId,

            @NotBlank @Size(max = 500) String title,

            @Nullable
            @Pattern(regexp = "[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*", message = "A language by its BCP 47 tag, as es.")
            String language,

            @Nullable LocalDate date) {}

    /** Values that the reviewer found to be other than reported; none to confirm them as they are. */
    record Verification(@Nullable @Size(max = 500) List<@NotNull @Valid ActualBody> actuals) {
        static final Verification AS_REPORTED = new Verification(null);
    }

    record Return(@NotBlank @Size(max = 4_000) String reason) {}

    record Answer(@NotBlank @Size(max = 20_000) String text) {}
}
