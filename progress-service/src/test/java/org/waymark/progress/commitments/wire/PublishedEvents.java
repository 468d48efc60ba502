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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.ActualCorrected;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSilent;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthChanged;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthOverridden;
import org.waymark.progress.commitments.domain.CommitmentEvent.IndicatorAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneCancelled;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneMissed;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneVerified;
import org.waymark.progress.commitments.domain.CommitmentEvent.OverrideLifted;
import org.waymark.progress.commitments.domain.CommitmentEvent.PeriodAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Fallback;
import org.waymark.progress.commitments.domain.CommitmentEvent.ReturnAnswered;
import org.waymark.progress.commitments.domain.CommitmentEvent.StatusChanged;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateReturned;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateVerified;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Health.State;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.Report.Actual;
import org.waymark.progress.commitments.domain.ReportFixture;
import org.waymark.progress.commitments.domain.Status;

/** The events behind the examples in {@code contract/}, by {@code type/name}. The texts in them must stay at home. */
final class PublishedEvents {

    static final String NARRATIVE = "Two recruiters signed; a third asked for time.";
    static final String DESCRIPTION = "Recruitment without fees between two countries.";
    static final String WORDS = "Passed in first reading";
    static final String EVIDENCE = "https://example.org/agreement.pdf";
    static final String REASON = "The parliament was dissolved.";
    static final List<String> PRIVATE = List.of(NARRATIVE, DESCRIPTION, WORDS, EVIDENCE, "Signed agreement", REASON);

    /** Examples of what earlier versions published and this one does not; they stand on the topic for ever. */
    static final Set<String> EARLIER = Set.of(PublicEvent.REVISED + "/minimal", PublicEvent.REVISED + "/full");

    /** An event, and how the commitment does after it. */
    record Published(CommitmentEvent event, Health health) {}

    static final Map<String, Published> BY_EXAMPLE = new LinkedHashMap<>();

    private static final Health ON_TRACK = new Health(State.ON_TRACK, List.of(), null);
    private static final Disaggregation BY_SEX = new Disaggregation(
            Map.of("sex", new TreeMap<>(Map.of("female", new BigDecimal("20"), "male", new BigDecimal("22.5")))));
    private static final Actual MEASURED = new Actual(indicator(1), period(1), number("42.5"), BY_SEX);

    static {
        promises();
        plans();
        updates();
        reviews();
        judgements();
    }

    private PublishedEvents() {}

    private static void promises() {
        add(
                PublicEvent.SUBMITTED,
                "minimal",
                aCommitment().towards().until(null).event(),
                Health.UNKNOWN);
        add(PublicEvent.SUBMITTED, "full", full(), Health.UNKNOWN);
        add(PublicEvent.SUBMITTED, "imported", imported(), Health.UNKNOWN);
        add(PublicEvent.SUBMITTED, "in-a-work-plan", inAWorkPlan(), because(State.AT_RISK, Reason.OVERDUE));
        add(
                PublicEvent.REVISED,
                "supported",
                new CommitmentRevised(
                        IOM,
                        "Safe and fair recruitment corridors",
                        DESCRIPTION,
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2028, 6, 30),
                        List.of(UNICEF),
                        ZoneId.of("America/El_Salvador")),
                ON_TRACK);
        add(
                PublicEvent.REVISED,
                "unsupported",
                new CommitmentRevised(
                        IOM, "Safe corridors", null, LocalDate.of(2026, 1, 1), null, List.of(), ZoneOffset.UTC),
                Health.UNKNOWN);
        add(
                PublicEvent.STATUS_CHANGED,
                "minimal",
                new StatusChanged(UNICEF, Status.SUBMITTED, Status.ENDORSED, null),
                Health.UNKNOWN);
        add(
                PublicEvent.STATUS_CHANGED,
                "for-a-reason",
                new StatusChanged(IOM, Status.IN_IMPLEMENTATION, Status.SUSPENDED, REASON),
                ON_TRACK);
    }

    private static void plans() {
        Milestone added = Milestone.planned(milestone(3), "Second corridor open", LocalDate.of(2027, 3, 31), 2);
        LocalDate due = LocalDate.of(2026, 10, 31);
        add(PublicEvent.MILESTONE_ADDED, "minimal", new MilestoneAdded(IOM, added), ON_TRACK);
        add(PublicEvent.MILESTONE_REVISED, "minimal", new MilestoneRevised(IOM, milestone(2), "Opened", 4), ON_TRACK);
        add(
                PublicEvent.MILESTONE_RESCHEDULED,
                "slipped-again",
                new MilestoneRescheduled(IOM, milestone(2), due, due.plusDays(60), REASON),
                because(State.AT_RISK, Reason.SLIPPED));
        add(PublicEvent.MILESTONE_VERIFIED, "minimal", new MilestoneVerified(UNICEF, milestone(1)), ON_TRACK);
        add(PublicEvent.MILESTONE_MISSED, "minimal", new MilestoneMissed(IOM, milestone(2), REASON), ON_TRACK);
        add(PublicEvent.MILESTONE_CANCELLED, "minimal", new MilestoneCancelled(IOM, milestone(2), REASON), ON_TRACK);
        Health overdue = because(State.AT_RISK, Reason.OVERDUE);
        add(PublicEvent.MILESTONE_OVERDUE, "minimal", new MilestoneOverdue(milestone(2), due, false), overdue);
        add(
                PublicEvent.MILESTONE_OVERDUE,
                "off-track-already",
                new MilestoneOverdue(milestone(2), due, false),
                because(State.OFF_TRACK, Reason.SELF_ASSESSMENT, Reason.OVERDUE));
        add(PublicEvent.MILESTONE_OVERDUE, "long-ago", new MilestoneOverdue(milestone(2), due, true), overdue);
        Indicator measured = new Indicator(
                indicator(3),
                "Recruiters that signed",
                Measure.UNIT,
                true,
                new Indicator.Baseline(2025, number("3")),
                List.of(year(4, 2027, number("40"))));
        add(PublicEvent.INDICATOR_ADDED, "minimal", new IndicatorAdded(IOM, measured), ON_TRACK);
        add(
                PublicEvent.PERIOD_ADDED,
                "minimal",
                new PeriodAdded(IOM, indicator(1), year(5, 2028, number("300"))),
                ON_TRACK);
        add(PublicEvent.ACTUAL_CORRECTED, "full", new ActualCorrected(IOM, MEASURED, number("24.5"), REASON), ON_TRACK);
        add(
                PublicEvent.ACTUAL_CORRECTED,
                "in-words",
                new ActualCorrected(IOM, inWords(), words("Adopted"), REASON),
                ON_TRACK);
    }

    private static void updates() {
        add(
                PublicEvent.PROGRESS_REPORTED,
                "minimal",
                reported(1, null, aReport().saying(null).assessing(Assessment.ON_TRACK)),
                ON_TRACK);
        add(
                PublicEvent.PROGRESS_REPORTED,
                "full",
                reported(
                        2,
                        null,
                        aReport()
                                .saying(NARRATIVE)
                                .assessing(Assessment.AT_RISK)
                                .claiming(milestone(1), "2026-06-28")
                                .measuring(indicator(1), period(1), number("42.5"))
                                .measuring(indicator(2), period(3), words(WORDS))
                                .showing(EVIDENCE, "Signed agreement")),
                because(State.AT_RISK, Reason.SELF_ASSESSMENT, Reason.OVERDUE));
        add(
                PublicEvent.PROGRESS_REPORTED,
                "in-words",
                new ProgressReported(
                        update(3),
                        UNICEF,
                        aReport()
                                .saying(NARRATIVE)
                                .measuring(indicator(2), period(3), words(WORDS))
                                .report(),
                        LocalDate.of(2026, 11, 2),
                        null,
                        Retraction.NONE),
                Health.UNKNOWN);
        add(
                PublicEvent.PROGRESS_REPORTED,
                "in-place-of-another",
                reported(
                        4,
                        2,
                        aReport()
                                .saying(null)
                                .beginning(milestone(2))
                                .measuring(
                                        indicator(1),
                                        period(1),
                                        number("42.5"),
                                        "sex",
                                        Map.of("female", new BigDecimal("20"), "male", new BigDecimal("22.5")))),
                because(State.AT_RISK, Reason.BEHIND_PACE));
        add(
                PublicEvent.UPDATE_RESUBMITTED,
                "full",
                new UpdateResubmitted(
                        update(2),
                        2,
                        IOM,
                        aReport()
                                .saying(NARRATIVE)
                                .assessing(Assessment.ON_TRACK)
                                .claiming(milestone(1), "2026-06-30")
                                .showing(EVIDENCE, "Signed agreement")
                                .report(),
                        LocalDate.of(2026, 11, 3),
                        new Retraction(
                                List.of(milestone(2)),
                                List.of(
                                        new Fallback(indicator(1), period(1), number("40")),
                                        new Fallback(indicator(2), period(3), null)))),
                because(State.AT_RISK, Reason.SILENT, Reason.EVIDENCE_MISSING));
        add(
                PublicEvent.UPDATE_RESUBMITTED,
                "of-an-earlier-day",
                new UpdateResubmitted(
                        update(2),
                        2,
                        IOM,
                        aReport()
                                .saying(NARRATIVE)
                                .measuring(indicator(1), period(1), number("42.5"))
                                .report(),
                        LocalDate.of(2026, 3, 1),
                        new Retraction(
                                List.of(),
                                List.of(),
                                new Retraction.Reassessment(Assessment.ON_TRACK),
                                Set.of(period(1)))),
                ON_TRACK);
    }

    private static void reviews() {
        add(
                PublicEvent.UPDATE_VERIFIED,
                "full",
                new UpdateVerified(update(2), 1, UNICEF, List.of(milestone(1)), List.of(MEASURED, inWords())),
                ON_TRACK);
        add(PublicEvent.UPDATE_RETURNED, "minimal", new UpdateReturned(update(2), 1, UNICEF, REASON), ON_TRACK);
        add(PublicEvent.RETURN_ANSWERED, "minimal", new ReturnAnswered(update(2), 1, IOM, NARRATIVE), ON_TRACK);
    }

    private static void judgements() {
        LocalDate until = LocalDate.of(2026, 12, 31);
        Health seen = new Health(State.ON_TRACK, List.of(), new Health.Override(State.OFF_TRACK, until));
        add(
                PublicEvent.HEALTH_OVERRIDDEN,
                "minimal",
                new HealthOverridden(UNICEF, State.OFF_TRACK, until, REASON),
                seen);
        add(PublicEvent.OVERRIDE_LIFTED, "minimal", new OverrideLifted(UNICEF), ON_TRACK);
        add(PublicEvent.HEALTH_CHANGED, "minimal", new HealthChanged(), because(State.AT_RISK, Reason.BEHIND_PACE));
        add(
                PublicEvent.SILENT,
                "minimal",
                new CommitmentSilent(LocalDate.of(2026, 8, 1)),
                because(State.AT_RISK, Reason.SILENT));
    }

    private static void add(String type, String name, CommitmentEvent event, Health health) {
        BY_EXAMPLE.put(type + "/" + name, new Published(event, health));
    }

    private static Health because(State state, Reason... reasons) {
        return new Health(state, List.of(reasons), null);
    }

    private static Actual inWords() {
        return new Actual(indicator(2), period(3), words(WORDS), Disaggregation.NONE);
    }

    private static CommitmentEvent reported(int number, @Nullable Integer instead, ReportFixture said) {
        return new ProgressReported(
                update(number),
                IOM,
                said.report(),
                LocalDate.of(2026, 11, 1),
                instead == null ? null : update(instead),
                instead == null
                        ? Retraction.NONE
                        : new Retraction(List.of(milestone(1)), List.of(new Fallback(indicator(2), period(3), null))));
    }

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

    private static CommitmentEvent inAWorkPlan() {
        return aCommitment()
                .at(Level.REGIONAL, "SLV")
                .inRegions("013", "419")
                .planned("Fair recruitment", 2026)
                .atHomeIn("America/El_Salvador")
                .milestone("Baseline survey", "2026-06-30", 1)
                .event();
    }

    private static CommitmentEvent imported() {
        Indicator.Period past = Indicator.Period.known(
                period(1),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 31),
                number("1200"),
                number("1187"),
                Disaggregation.NONE);
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
}
