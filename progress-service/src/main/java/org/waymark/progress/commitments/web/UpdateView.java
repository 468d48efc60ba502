package org.waymark.progress.commitments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.domain.Report;

/**
 * A published update in its latest revision, with its texts and what was said of it.
 *
 * @param sequence of the event that carries this revision
 * @param status submitted, returned, verified or superseded
 * @param privateEvidence how many files are left out because they are not for the caller; absent where none is
 */
record UpdateView(
        String id,
        String commitmentId,
        String organizationId,
        int revision,
        String status,
        long sequence,
        Instant recordedAt,
        LocalDate effective,
        @Nullable String narrative,
        @Nullable String challenges,
        @Nullable String nextSteps,
        @Nullable String practices,
        @Nullable String assessment,
        List<ClaimView> milestones,
        List<ActualView> actuals,
        List<EvidenceView> evidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer privateEvidence,
        List<ReviewView> review) {

    record ClaimView(String id, String status, @Nullable LocalDate on) {}

    record ActualView(
            String indicatorId,
            String periodId,
            @Nullable Object value,
            @Nullable Map<String, SortedMap<String, BigDecimal>> disaggregation) {}

    /** A file is read at {@code url}, too. */
    record EvidenceView(
            String url,
            @Nullable String fileId,
            String title,
            @Nullable String language,
            @Nullable LocalDate date) {}

    /**
     * A step of the review.
     *
     * @param kind returned, answered, resubmitted, verified or superseded
     * @param text the reason or the answer; null where the step has none
     */
    record ReviewView(
            String kind,
            String organizationId,
            Instant recordedAt,
            long sequence,
            @Nullable String text) {}

    /** @param hidden files that are not for the caller */
    static UpdateView of(
            String commitment, PastUpdate update, String status, List<ReviewView> review, Set<String> hidden) {
        Report report = update.report();
        List<Report.Evidence> named = report.evidence().stream()
                .filter(one -> one.file() == null || !hidden.contains(one.file()))
                .toList();
        int leftOut = report.evidence().size() - named.size();
        return new UpdateView(
                update.id(),
                commitment,
                update.organizationId(),
                update.revision(),
                status,
                update.sequence(),
                update.recordedAt(),
                update.effective(),
                report.words().narrative(),
                report.words().challenges(),
                report.words().nextSteps(),
                report.words().practices(),
                report.assessment() == null ? null : Kebab.of(report.assessment()),
                report.milestones().stream().map(UpdateView::claim).toList(),
                report.actuals().stream().map(UpdateView::actual).toList(),
                named.stream().map(UpdateView::evidence).toList(),
                leftOut == 0 ? null : leftOut,
                review);
    }

    private static ClaimView claim(Report.Claim claim) {
        return new ClaimView(claim.milestone().value(), claim.on() == null ? "in-progress" : "reached", claim.on());
    }

    private static ActualView actual(Report.Actual actual) {
        return new ActualView(
                actual.indicator().value(),
                actual.period().value(),
                ValueMapping.json(actual.value()),
                ValueMapping.json(actual.disaggregation()));
    }

    private static EvidenceView evidence(Report.Evidence one) {
        String url =
                one.url() == null ? "/api/evidence/" + one.file() : one.url().toString();
        return new EvidenceView(url, one.file(), one.title(), one.language(), one.date());
    }
}
