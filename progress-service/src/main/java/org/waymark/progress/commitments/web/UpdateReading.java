package org.waymark.progress.commitments.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.Page;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.EvidenceSight;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Review;
import org.waymark.progress.commitments.web.UpdateRequests.ActualBody;
import org.waymark.progress.commitments.web.UpdateRequests.Update;
import org.waymark.progress.commitments.web.UpdateView.ReviewView;
import org.waymark.progress.dashboard.domain.UpdateRow;
import org.waymark.progress.dashboard.domain.UpdateRow.ReviewStep;
import org.waymark.progress.dashboard.store.Dashboard;

/**
 * Updates as they are read: what was said from the commitment's history, where it stands from the read model. What the
 * read model has not seen yet is as it was submitted.
 */
@Component
class UpdateReading {

    /** Steps of a review that say something in words. */
    private static final Set<String> IN_WORDS = Set.of("returned", "answered");

    private static final int LOOKED_BACK = 200;

    private final Commitments commitments;
    private final Dashboard dashboard;
    private final EvidenceSight evidence;

    UpdateReading(Commitments commitments, Dashboard dashboard, EvidenceSight evidence) {
        this.commitments = commitments;
        this.dashboard = dashboard;
        this.evidence = evidence;
    }

    /** The newest first; the cursor is the sequence of the last one. A revision that was replaced is left out. */
    Page<UpdateView> page(Caller caller, CommitmentId id, int limit, @Nullable Long cursor) {
        Standing standing = require(id);
        long before = cursor == null ? standing.sequence() + 1 : Math.min(cursor, standing.sequence() + 1);
        List<PastUpdate> found = commitments.updates(id, before, limit + 1);
        List<PastUpdate> page = found.stream().limit(limit).toList();
        Map<String, UpdateRow> rows =
                dashboard.updates(page.stream().map(PastUpdate::id).toList());
        Set<String> hidden = hidden(page, caller);
        List<UpdateView> items = page.stream()
                .filter(update -> isLatest(update, rows.get(update.id())))
                .map(update -> view(standing, update, rows.get(update.id()), hidden))
                .toList();
        return new Page<>(items, found.size() > limit ? "" + page.getLast().sequence() : null);
    }

    Optional<UpdateView> one(Caller caller, CommitmentId id, String update) {
        Optional<Standing> standing = commitments.find(id);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        UpdateRow row = dashboard.updates(List.of(update)).get(update);
        Optional<PastUpdate> said = row == null
                ? commitments.update(id, update)
                : Optional.of(row)
                        .filter(one -> one.commitment().equals(id.value()))
                        .flatMap(one -> commitments.updateAt(id, one.sequence()));
        return said.map(found -> view(standing.get(), found, row, hidden(List.of(found), caller)));
    }

    private Set<String> hidden(List<PastUpdate> updates, Caller caller) {
        return evidence.hidden(
                updates.stream().flatMap(one -> one.report().files().stream()).collect(Collectors.toSet()), caller);
    }

    /** Looks back over the last updates only: who has not reported for so long starts from an empty page. */
    Update template(CommitmentId id, String organization) {
        Standing standing = require(id);
        return commitments.updates(id, standing.sequence() + 1, LOOKED_BACK).stream()
                .filter(update -> update.organizationId().equals(organization))
                .findFirst()
                .map(update -> template(update.report()))
                .orElseThrow(() -> Problem.notFound("earlier update of your organization"));
    }

    private static Update template(Report report) {
        return new Update(
                report.words().narrative(),
                report.words().challenges(),
                report.words().nextSteps(),
                report.words().practices(),
                report.assessment() == null ? null : Kebab.of(report.assessment()),
                null,
                null,
                report.actuals().isEmpty()
                        ? null
                        : report.actuals().stream().map(UpdateReading::actual).toList(),
                null,
                null,
                null);
    }

    private static ActualBody actual(Report.Actual actual) {
        Object value = ValueMapping.json(actual.value());
        return new ActualBody(actual.indicator().value(), actual.period().value(), value == null ? "" : value, null);
    }

    private static boolean isLatest(PastUpdate update, @Nullable UpdateRow row) {
        return row == null || row.sequence() <= update.sequence();
    }

    private UpdateView view(Standing standing, PastUpdate update, @Nullable UpdateRow row, Set<String> hidden) {
        List<ReviewView> review = new ArrayList<>();
        if (row != null) {
            row.review().forEach(step -> review.add(step(standing.id(), step)));
        }
        String status = row == null ? Kebab.of(Review.State.SUBMITTED) : row.status();
        return UpdateView.of(standing.id().value(), update, status, review, hidden);
    }

    private ReviewView step(CommitmentId id, ReviewStep step) {
        String text = IN_WORDS.contains(step.kind()) ? text(id, step.sequence()) : null;
        return new ReviewView(step.kind(), step.organizationId(), step.recorded(), step.sequence(), text);
    }

    private @Nullable String text(CommitmentId id, long sequence) {
        return commitments.history(id, sequence + 1, 1).stream()
                .flatMap(event -> event.texts().stream())
                .map(Commitments.PastEvent.Text::text)
                .findFirst()
                .orElse(null);
    }

    private Standing require(CommitmentId id) {
        return commitments.find(id).orElseThrow(() -> Problem.notFound("commitment"));
    }
}
