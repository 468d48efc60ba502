package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.CommandMapping.list;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.web.UpdateRequests.ActualBody;
import org.waymark.progress.commitments.web.UpdateRequests.ClaimBody;
import org.waymark.progress.commitments.web.UpdateRequests.EvidenceBody;
import org.waymark.progress.commitments.web.UpdateRequests.Update;

/** An update's body into what it says. */
final class ReportMapping {

    private ReportMapping() {}

    static Report report(Update body) {
        List<Report.Claim> claims = new ArrayList<>();
        for (ClaimBody one : list(body.milestones())) {
            claims.add(claim(one, "milestones[" + claims.size() + "]"));
        }
        List<Report.Evidence> evidence = new ArrayList<>();
        for (EvidenceBody one : list(body.evidence())) {
            evidence.add(evidence(one, "evidence[" + evidence.size() + "]"));
        }
        return new Report(
                new Report.Words(body.narrative(), body.challenges(), body.nextSteps(), body.practices()),
                body.assessment() == null
                        ? null
                        : Kebab.parse(Assessment.class, body.assessment()).orElseThrow(),
                body.effective(),
                claims,
                actuals(body.actuals()),
                evidence);
    }

    static List<Report.Actual> actuals(@Nullable List<ActualBody> bodies) {
        List<Report.Actual> actuals = new ArrayList<>();
        for (ActualBody one : list(bodies)) {
            String field = "actuals[" + actuals.size() + "].";
            actuals.add(new Report.Actual(
                    new IndicatorId(one.indicatorId()),
                    new PeriodId(one.periodId()),
                    ValueMapping.required(one.value(), field + "value"),
                    ValueMapping.disaggregation(one.disaggregation(), field + "disaggregation")));
        }
        return actuals;
    }

    private static Report.Claim claim(ClaimBody body, String field) {
        boolean reached = body.status().equals("reached");
        LocalDate on = body.on();
        if (reached && on == null) {
            throw Problem.invalid(field + ".on", "Say on which day it was reached.");
        }
        if (!reached && on != null) {
            throw Problem.invalid(field + ".on", "A day belongs to a milestone that was reached.");
        }
        return new Report.Claim(new MilestoneId(body.id()), on);
    }

    private static Report.Evidence evidence(EvidenceBody body, String field) {
        if ((body.url() == null) == (body.fileId() == null)) {
            throw Problem.invalid(field, "Either the url of a link or the fileId of a file that was uploaded.");
        }
        return new Report.Evidence(
                uri(body.url(), field + ".url"), body.fileId(), body.title(), body.language(), body.date());
    }

    private static @Nullable URI uri(@Nullable String url, String field) {
        try {
            return url == null ? null : URI.create(url);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "This is no link: " + url);
        }
    }
}
