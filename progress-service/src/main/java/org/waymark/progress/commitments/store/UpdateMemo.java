package org.waymark.progress.commitments.store;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Event;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Report;

/**
 * What an update says beyond its public event: narrative, evidence, values in words, and which client sent it. It travels
 * with the event through the outbox into the history and never onto the topic.
 */
final class UpdateMemo {

    private UpdateMemo() {}

    static Document of(CommitmentEvent event, String client) {
        Document memo = new Document("client", client);
        if (event instanceof ProgressReported reported) {
            Report report = reported.report();
            memo.append("update", reported.id().value())
                    .append("organization", reported.partner().value())
                    .append("effective", reported.effective().toString())
                    .append("narrative", report.narrative())
                    .append("assessment", report.assessment() == null ? null : Kebab.of(report.assessment()))
                    .append(
                            "milestones",
                            report.milestones().stream().map(UpdateMemo::claim).toList())
                    .append(
                            "actuals",
                            report.actuals().stream().map(UpdateMemo::actual).toList())
                    .append(
                            "evidence",
                            report.evidence().stream().map(UpdateMemo::evidence).toList());
        }
        return memo;
    }

    static Optional<PastUpdate> read(Event event, Document memo) {
        String update = memo.getString("update");
        if (update == null) {
            return Optional.empty();
        }
        Report report = new Report(
                memo.getString("narrative"),
                assessment(memo.getString("assessment")),
                LocalDate.parse(memo.getString("effective")),
                list(memo, "milestones").stream().map(UpdateMemo::claim).toList(),
                list(memo, "actuals").stream().map(UpdateMemo::actual).toList(),
                list(memo, "evidence").stream().map(UpdateMemo::evidence).toList());
        return Optional.of(new PastUpdate(
                update,
                memo.getString("organization"),
                event.sequence(),
                event.time(),
                memo.getString("effective"),
                report));
    }

    private static List<Document> list(Document memo, String name) {
        return memo.getList(name, Document.class);
    }

    private static @Nullable Assessment assessment(@Nullable String text) {
        return text == null ? null : Kebab.parse(Assessment.class, text).orElseThrow();
    }

    private static Document claim(Report.Claim claim) {
        return new Document("id", claim.milestone().value())
                .append("on", claim.on().toString());
    }

    private static Report.Claim claim(Document stored) {
        return new Report.Claim(new MilestoneId(stored.getString("id")), LocalDate.parse(stored.getString("on")));
    }

    private static Document actual(Report.Actual actual) {
        return new Document("indicator", actual.indicator().value())
                .append("period", actual.period().value())
                .append("value", CommitmentDocuments.value(actual.value()));
    }

    private static Report.Actual actual(Document stored) {
        return new Report.Actual(
                new IndicatorId(stored.getString("indicator")),
                new PeriodId(stored.getString("period")),
                CommitmentDocuments.requireValue(stored.get("value")));
    }

    private static Document evidence(Report.Evidence evidence) {
        return new Document("url", evidence.url().toString()).append("title", evidence.title());
    }

    private static Report.Evidence evidence(Document stored) {
        return new Report.Evidence(URI.create(stored.getString("url")), stored.getString("title"));
    }
}
