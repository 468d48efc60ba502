package org.waymark.progress.commitments.wire;

import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Status;

/** The events behind the examples in {@code contract/}, by {@code type/name}. The texts in them must stay at home. */
final class PublishedEvents {

    static final String NARRATIVE = "Two recruiters signed; a third asked for time.";
    static final String DESCRIPTION = "Recruitment without fees between two countries.";
    static final String WORDS = "Passed in first reading";
    static final String EVIDENCE = "https://example.org/agreement.pdf";
    static final List<String> PRIVATE = List.of(NARRATIVE, DESCRIPTION, WORDS, EVIDENCE, "Signed agreement");

    static final Map<String, CommitmentEvent> BY_EXAMPLE = Map.ofEntries(
            Map.entry(
                    PublicEvent.SUBMITTED + "/minimal",
                    aCommitment().towards().until(null).event()),
            Map.entry(PublicEvent.SUBMITTED + "/full", full()),
            Map.entry(PublicEvent.SUBMITTED + "/imported", imported()),
            Map.entry(
                    PublicEvent.REVISED + "/minimal",
                    new CommitmentRevised(IOM, "Safe recruitment corridors", null, LocalDate.of(2026, 1, 1), null)),
            Map.entry(
                    PublicEvent.REVISED + "/full",
                    new CommitmentRevised(
                            IOM,
                            "Safe and fair recruitment corridors",
                            DESCRIPTION,
                            LocalDate.of(2026, 2, 1),
                            LocalDate.of(2028, 6, 30))),
            Map.entry(
                    PublicEvent.PROGRESS_REPORTED + "/minimal",
                    new ProgressReported(
                            update(1),
                            IOM,
                            aReport()
                                    .saying(null)
                                    .assessing(Assessment.ON_TRACK)
                                    .report(),
                            LocalDate.of(2026, 11, 1),
                            new Health(Health.State.ON_TRACK, List.of()))),
            Map.entry(PublicEvent.PROGRESS_REPORTED + "/full", reported()),
            Map.entry(
                    PublicEvent.PROGRESS_REPORTED + "/in-words",
                    new ProgressReported(
                            update(3),
                            UNICEF,
                            aReport()
                                    .saying(NARRATIVE)
                                    .measuring(indicator(2), period(3), words(WORDS))
                                    .report(),
                            LocalDate.of(2026, 11, 2),
                            Health.UNKNOWN)),
            Map.entry(
                    PublicEvent.MILESTONE_OVERDUE + "/minimal",
                    new MilestoneOverdue(
                            milestone(2),
                            LocalDate.of(2026, 10, 31),
                            new Health(Health.State.AT_RISK, List.of(Health.Reason.OVERDUE)))),
            Map.entry(
                    PublicEvent.MILESTONE_OVERDUE + "/off-track-already",
                    new MilestoneOverdue(
                            milestone(2),
                            LocalDate.of(2026, 10, 31),
                            new Health(
                                    Health.State.OFF_TRACK,
                                    List.of(Health.Reason.SELF_ASSESSMENT, Health.Reason.OVERDUE)))));

    private PublishedEvents() {}

    private static CommitmentEvent full() {
        return aCommitment()
                .described(DESCRIPTION)
                .supportedBy(UNICEF)
                .at(Level.COUNTRY, "SLV", "HND")
                .towards("8.7", "10.7")
                .milestone("Baseline survey", "2026-06-30", 1)
                .milestone("First corridor open", "2026-10-31", 3)
                .measuring(
                        "People recruited without fees",
                        Measure.UNIT,
                        true,
                        new Indicator.Baseline(2025, number("0")),
                        year(1, 2026, number("100")),
                        year(2, 2027, number("250.5")))
                .measuring(
                        "Standing of the law",
                        Measure.QUALITATIVE,
                        true,
                        new Indicator.Baseline(2025, words("No law")),
                        year(3, 2026, words("Adopted")))
                .measuring("Share of cases that cost a fee", Measure.PERCENTAGE, false, null)
                .event();
    }

    private static CommitmentEvent imported() {
        Indicator.Period past = new Indicator.Period(
                period(1), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), number("1200"), number("1187"));
        return aCommitment()
                .titled("Child protection in migration")
                .described(DESCRIPTION)
                .at(Level.REGIONAL)
                .that(Status.IN_IMPLEMENTATION)
                .from(LocalDate.of(2024, 1, 1))
                .until(LocalDate.of(2026, 12, 31))
                .measuring("Children reached", Measure.UNIT, true, new Indicator.Baseline(2023, null), past)
                .importedFrom(new Introduction("XM-DAC-47066", "International Organization for Migration", "40"))
                .event();
    }

    private static CommitmentEvent reported() {
        return new ProgressReported(
                update(2),
                IOM,
                aReport()
                        .saying(NARRATIVE)
                        .assessing(Assessment.AT_RISK)
                        .claiming(milestone(1), "2026-06-28")
                        .measuring(indicator(1), period(1), number("42.5"))
                        .measuring(indicator(2), period(3), words(WORDS))
                        .showing(EVIDENCE, "Signed agreement")
                        .report(),
                LocalDate.of(2026, 11, 1),
                new Health(Health.State.AT_RISK, List.of(Health.Reason.SELF_ASSESSMENT, Health.Reason.OVERDUE)));
    }
}
