package org.waymark.progress.commitments.store;

import static org.waymark.progress.commitments.store.Values.day;
import static org.waymark.progress.commitments.store.Values.documents;

import java.net.URI;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Report;

/** What an update says, as its author wrote it: the texts, evidence and values in words that no event carries. */
final class ReportDocuments {

    private ReportDocuments() {}

    static Document write(Report report, LocalDate effective) {
        Assessment assessment = report.assessment();
        return new Document("effective", effective.toString())
                .append("narrative", report.words().narrative())
                .append("challenges", report.words().challenges())
                .append("nextSteps", report.words().nextSteps())
                .append("practices", report.words().practices())
                .append("assessment", assessment == null ? null : Kebab.of(assessment))
                .append(
                        "milestones",
                        report.milestones().stream().map(ReportDocuments::claim).toList())
                .append(
                        "actuals",
                        report.actuals().stream().map(ReportDocuments::actual).toList())
                .append(
                        "evidence",
                        report.evidence().stream()
                                .map(ReportDocuments::evidence)
                                .toList());
    }

    static Report read(Document stored) {
        return new Report(
                new Report.Words(
                        stored.getString("narrative"),
                        stored.getString("challenges"),
                        stored.getString("nextSteps"),
                        stored.getString("practices")),
                assessment(stored.getString("assessment")),
                LocalDate.parse(stored.getString("effective")),
                documents(stored, "milestones").stream()
                        .map(ReportDocuments::claim)
                        .toList(),
                documents(stored, "actuals").stream()
                        .map(ReportDocuments::actual)
                        .toList(),
                documents(stored, "evidence").stream()
                        .map(ReportDocuments::evidence)
                        .toList());
    }

    private static @Nullable Assessment assessment(@Nullable String text) {
        return text == null ? null : Values.parse(Assessment.class, text);
    }

    private static Document claim(Report.Claim claim) {
        return new Document("id", claim.milestone().value()).append("on", day(claim.on()));
    }

    private static Report.Claim claim(Document stored) {
        return new Report.Claim(new MilestoneId(stored.getString("id")), day(stored.getString("on")));
    }

    static Document actual(Report.Actual actual) {
        return new Document("indicator", actual.indicator().value())
                .append("period", actual.period().value())
                .append("value", Values.write(actual.value()))
                .append("disaggregation", Values.write(actual.disaggregation()));
    }

    private static Report.Actual actual(Document stored) {
        return new Report.Actual(
                new IndicatorId(stored.getString("indicator")),
                new PeriodId(stored.getString("period")),
                Values.require(stored.get("value")),
                Values.disaggregation(stored));
    }

    private static Document evidence(Report.Evidence evidence) {
        URI url = evidence.url();
        return new Document("url", url == null ? null : url.toString())
                .append("file", evidence.file())
                .append("title", evidence.title())
                .append("language", evidence.language())
                .append("date", day(evidence.date()));
    }

    private static Report.Evidence evidence(Document stored) {
        String url = stored.getString("url");
        return new Report.Evidence(
                url == null ? null : URI.create(url),
                stored.getString("file"),
                stored.getString("title"),
                stored.getString("language"),
                day(stored.getString("date")));
    }
}
