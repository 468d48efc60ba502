package org.waymark.progress.commitments.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A progress update, valid by default: a sentence and nothing else. */
public final class ReportFixture {

    private @Nullable String narrative = "The first corridor is open.";
    private @Nullable Assessment assessment;
    private @Nullable LocalDate effective;
    private final List<Report.Claim> claims = new ArrayList<>();
    private final List<Report.Actual> actuals = new ArrayList<>();
    private final List<Report.Evidence> evidence = new ArrayList<>();

    private ReportFixture() {}

    public static ReportFixture aReport() {
        return new ReportFixture();
    }

    public ReportFixture saying(@Nullable String text) {
        narrative = text;
        return this;
    }

    public ReportFixture assessing(@Nullable Assessment given) {
        assessment = given;
        return this;
    }

    public ReportFixture speakingOf(String day) {
        effective = LocalDate.parse(day);
        return this;
    }

    public ReportFixture claiming(MilestoneId milestone, String on) {
        claims.add(new Report.Claim(milestone, LocalDate.parse(on)));
        return this;
    }

    public ReportFixture measuring(IndicatorId indicator, PeriodId period, Value value) {
        actuals.add(new Report.Actual(indicator, period, value, Disaggregation.NONE));
        return this;
    }

    public ReportFixture beginning(MilestoneId milestone) {
        claims.add(new Report.Claim(milestone, null));
        return this;
    }

    public ReportFixture measuring(
            IndicatorId indicator, PeriodId period, Value value, String dimension, Map<String, BigDecimal> parts) {
        Disaggregation disaggregation = new Disaggregation(Map.of(dimension, new TreeMap<>(parts)));
        actuals.add(new Report.Actual(indicator, period, value, disaggregation));
        return this;
    }

    public ReportFixture showing(String url, String title) {
        evidence.add(new Report.Evidence(URI.create(url), null, title, null, null));
        return this;
    }

    public Report report() {
        return new Report(
                new Report.Words(narrative, null, null, null), assessment, effective, claims, actuals, evidence);
    }
}
