package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.fold;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordDeadlines;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class ReportingTest {

    private static final Instant NOW = noonOf("2026-11-01");

    private final Commitment commitment = aCommitment()
            .supportedBy(UNICEF)
            .dueOn("2026-10-31", "2027-06-30")
            .measuring("People", Measure.UNIT, true, null, year(1, 2026, number("100")), year(2, 2027, null))
            .measuring("Law", Measure.QUALITATIVE, true, null, year(3, 2026, null))
            .standing();

    @Test
    void records_the_update_for_today_where_it_names_no_day() {
        Report report = aReport().report();

        assertThat(reportedBy(IOM, aReport()))
                .containsExactly(
                        new ProgressReported(update(1), IOM, report, LocalDate.of(2026, 11, 1), Health.UNKNOWN));
    }

    @Test
    void records_the_update_for_the_day_it_names() {
        assertThat(reportedBy(IOM, aReport().speakingOf("2026-01-01")))
                .singleElement()
                .extracting(ProgressReported::effective)
                .isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void takes_the_claim_of_a_reached_milestone() {
        Commitment after = fold(commitment, reportedBy(IOM, aReport().claiming(milestone(1), "2026-10-30")));

        assertThat(after.milestones())
                .extracting(Milestone::reachedOn)
                .containsExactly(LocalDate.of(2026, 10, 30), null);
    }

    @Test
    void takes_values_for_their_periods_and_the_newer_one_stands() {
        Commitment after = fold(
                commitment,
                reportedBy(
                        IOM,
                        aReport()
                                .measuring(indicator(1), period(1), number("40"))
                                .measuring(indicator(2), period(3), words("Passed in first reading"))));
        Commitment corrected = fold(
                after, after.report(command(IOM, aReport().measuring(indicator(1), period(1), number("42"))), NOW));

        assertThat(corrected.indicators())
                .flatExtracting(Indicator::periods)
                .extracting(Indicator.Period::actual)
                .containsExactly(number("42"), null, words("Passed in first reading"));
    }

    @Test
    void keeps_the_last_assessment_where_an_update_gives_none() {
        Commitment troubled = fold(commitment, reportedBy(IOM, aReport().assessing(Assessment.OFF_TRACK)));

        Commitment after = fold(troubled, troubled.report(command(IOM, aReport()), NOW));

        assertThat(after.assessment()).isEqualTo(Assessment.OFF_TRACK);
        assertThat(after.health().state()).isEqualTo(Health.State.OFF_TRACK);
    }

    @Test
    void is_open_to_lead_and_supporting_partners_and_hidden_from_others() {
        assertThat(reportedBy(UNICEF, aReport())).hasSize(1);
        assertRefused(Kind.NOT_YOURS, "commitment", () -> reportedBy(STRANGER, aReport()));
    }

    @ParameterizedTest
    @EnumSource
    void takes_updates_only_while_the_commitment_is_not_over(Status status) {
        Commitment standing = aCommitment().that(status).standing();

        switch (status) {
            case SUBMITTED, ENDORSED, IN_IMPLEMENTATION ->
                assertThat(standing.report(command(IOM, aReport()), NOW)).hasSize(1);
            case COMPLETED, WITHDRAWN, SUSPENDED ->
                assertRefused(Kind.RULE, "closed", () -> standing.report(command(IOM, aReport()), NOW));
        }
    }

    @Test
    void hides_a_closed_commitment_from_others_too() {
        Commitment closed = aCommitment().that(Status.COMPLETED).standing();

        assertRefused(Kind.NOT_YOURS, "commitment", () -> closed.report(command(STRANGER, aReport()), NOW));
    }

    @Test
    void rejects_an_update_that_says_nothing() {
        refused("narrative", aReport().saying(null));
        assertThat(reportedBy(IOM, aReport().saying(null).assessing(Assessment.ON_TRACK)))
                .hasSize(1);
        assertThat(reportedBy(IOM, aReport().saying(null).showing("https://example.org/report", "Report")))
                .hasSize(1);
    }

    @Test
    void rejects_a_day_before_the_start() {
        refused("effective", aReport().speakingOf("2025-12-31"));
        refused("milestones[0].on", aReport().claiming(milestone(1), "2025-12-31"));
    }

    @Test
    void rejects_a_day_that_has_begun_nowhere_on_earth() {
        // at noon in UTC the second of November has begun on Kiritimati, the third nowhere
        refused("effective", aReport().speakingOf("2026-11-03"));
        refused("milestones[0].on", aReport().claiming(milestone(1), "2026-11-03"));
        assertThat(reportedBy(IOM, aReport().speakingOf("2026-11-02").claiming(milestone(1), "2026-11-02")))
                .hasSize(1);
    }

    @Test
    void rejects_a_milestone_that_is_not_part_of_it() {
        refused(
                "milestones[1].id",
                aReport().claiming(milestone(1), "2026-10-30").claiming(milestone(9), "2026-10-30"));
    }

    @Test
    void rejects_a_milestone_named_twice() {
        refused(
                "milestones[1].id",
                aReport().claiming(milestone(1), "2026-10-30").claiming(milestone(1), "2026-10-29"));
    }

    @Test
    void rejects_a_milestone_that_was_reached_before() {
        Commitment after = fold(commitment, reportedBy(IOM, aReport().claiming(milestone(1), "2026-10-30")));

        assertRefused(
                Kind.RULE,
                "already-reached",
                () -> after.report(command(IOM, aReport().claiming(milestone(1), "2026-10-29")), NOW));
    }

    @Test
    void rejects_an_indicator_or_period_that_is_not_part_of_it() {
        refused("actuals[0].indicatorId", aReport().measuring(indicator(9), period(1), number("1")));
        refused("actuals[0].periodId", aReport().measuring(indicator(1), period(3), number("1")));
    }

    @Test
    void rejects_a_period_named_twice() {
        refused(
                "actuals[1].periodId",
                aReport()
                        .measuring(indicator(1), period(1), number("1"))
                        .measuring(indicator(1), period(1), number("2")));
    }

    @Test
    void rejects_words_where_numbers_are_measured_and_takes_numbers_where_words_are() {
        refused("actuals[0].value", aReport().measuring(indicator(1), period(1), words("many")));
        assertThat(reportedBy(IOM, aReport().measuring(indicator(2), period(3), number("3"))))
                .hasSize(1);
    }

    @Test
    void a_milestone_reached_at_last_is_overdue_no_more() {
        Commitment late = fold(commitment, commitment.recordDeadlines(new RecordDeadlines(), NOW));

        List<CommitmentEvent> events = late.report(command(IOM, aReport().claiming(milestone(1), "2026-11-01")), NOW);

        assertThat(late.health()).isEqualTo(new Health(Health.State.AT_RISK, List.of(Health.Reason.OVERDUE)));
        assertThat(fold(late, events).health()).isEqualTo(Health.UNKNOWN);
        assertThat(((ProgressReported) events.getFirst()).health()).isEqualTo(Health.UNKNOWN);
    }

    private void refused(String field, ReportFixture report) {
        assertRefused(Kind.INVALID, field, () -> reportedBy(IOM, report));
    }

    private List<ProgressReported> reportedBy(PartnerId partner, ReportFixture report) {
        return commitment.report(command(partner, report), NOW).stream()
                .map(ProgressReported.class::cast)
                .toList();
    }

    private static ReportProgress command(PartnerId partner, ReportFixture report) {
        return new ReportProgress(update(1), partner, report.report());
    }
}
