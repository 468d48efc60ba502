package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.Milestone.State;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class ReportingTest {

    private static final Instant NOW = noonOf("2026-11-01");

    private final Commitment commitment = aCommitment()
            .supportedBy(UNICEF)
            .dueOn("2026-10-31", "2027-06-30")
            .measuring("People", Measure.UNIT, true, null, year(1, 2026, number("100")), year(2, 2027, null))
            .measuring("Law", Measure.QUALITATIVE, true, null, year(3, 2026, null))
            .measuring("Share", Measure.PERCENTAGE, true, null, year(4, 2026, null))
            .standing();

    @Test
    void records_the_update_for_today_where_it_names_no_day() {
        Report report = aReport().report();

        assertThat(reportedBy(IOM, aReport()))
                .isEqualTo(
                        new ProgressReported(update(1), IOM, report, LocalDate.of(2026, 11, 1), null, Retraction.NONE));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, 2026-11-02", "America/El_Salvador, 2026-11-01", "Pacific/Pago_Pago, 2026-11-01"})
    void today_is_where_the_commitment_is_at_home(String zone, String today) {
        Commitment abroad = aCommitment().atHomeIn(zone).standing();

        assertThat(reported(abroad, IOM, aReport()).effective()).isEqualTo(today);
    }

    @Test
    void records_the_update_for_the_day_it_names() {
        assertThat(reportedBy(IOM, aReport().speakingOf("2026-01-01")).effective())
                .isEqualTo("2026-01-01");
    }

    @Test
    void hears_the_partner_and_offers_the_update_for_review() {
        Commitment after = after(aReport());

        assertThat(after.heard()).isEqualTo(NOW);
        assertThat(after.reviews()).containsExactly(Review.of(update(1), IOM, LocalDate.of(2026, 11, 1)));
    }

    @Test
    void takes_an_update_once_though_its_key_was_forgotten() {
        Commitment after = after(aReport().claiming(milestone(1), "2026-10-30"));

        assertThat(Deciding.decide(
                        after,
                        report(1, IOM, aReport().claiming(milestone(1), "2026-10-30")),
                        NOW,
                        HealthRules.DEFAULT))
                .isEmpty();
    }

    @Test
    void takes_the_claim_of_a_reached_milestone() {
        Commitment after = after(aReport().claiming(milestone(1), "2026-10-30"));

        Milestone reached = after.milestones().getFirst();
        assertThat(reached.state()).isEqualTo(State.REACHED);
        assertThat(reached.claim()).isEqualTo(new Milestone.Claim(update(1), IOM, LocalDate.of(2026, 10, 30), false));
        assertThat(after.milestones().getLast())
                .isEqualTo(commitment.milestones().getLast());
    }

    @Test
    void remembers_whether_evidence_came_with_a_claim() {
        Commitment after =
                after(aReport().claiming(milestone(1), "2026-10-30").showing("https://example.org/treaty", "Treaty"));

        assertThat(after.milestones().getFirst().claim())
                .isEqualTo(new Milestone.Claim(update(1), IOM, LocalDate.of(2026, 10, 30), true));
    }

    @Test
    void takes_that_a_milestone_was_begun_and_later_reached() {
        Commitment begun = after(aReport().beginning(milestone(2)));
        Commitment reached = then(begun, NOW, report(2, IOM, aReport().claiming(milestone(2), "2026-10-30")));

        assertThat(begun.milestones().getLast().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(begun.milestones().getLast().claim()).isNull();
        assertThat(reached.milestones().getLast().state()).isEqualTo(State.REACHED);
    }

    @Test
    void takes_values_for_their_periods_and_the_newer_one_stands() {
        Commitment after = after(aReport()
                .measuring(indicator(1), period(1), number("40"))
                .measuring(indicator(2), period(3), words("Passed in first reading")));
        Commitment later =
                then(after, NOW, report(2, UNICEF, aReport().measuring(indicator(1), period(1), number("42"))));

        assertThat(later.indicators())
                .flatExtracting(Indicator::periods)
                .extracting(Indicator.Period::actual)
                .containsExactly(
                        said("42", 2),
                        null,
                        new Indicator.Statement(
                                words("Passed in first reading"),
                                Disaggregation.NONE,
                                update(1),
                                LocalDate.of(2026, 11, 1)),
                        null);
    }

    @Test
    void keeps_the_last_assessment_where_an_update_gives_none() {
        Commitment troubled = after(aReport().assessing(Assessment.OFF_TRACK));

        Commitment after = then(troubled, NOW, report(2, IOM, aReport()));

        assertThat(after.assessment()).isEqualTo(Assessment.OFF_TRACK);
        assertThat(after.health().state()).isEqualTo(Health.State.OFF_TRACK);
    }

    @Test
    void is_open_to_lead_and_supporting_partners_and_hidden_from_others() {
        assertThat(reportedBy(UNICEF, aReport()).partner()).isEqualTo(UNICEF);
        assertRefused(Kind.NOT_YOURS, "commitment", () -> reportedBy(STRANGER, aReport()));
    }

    @ParameterizedTest
    @EnumSource
    void is_possible_only_while_the_commitment_is_neither_over_nor_suspended(Status status) {
        Commitment standing = aCommitment().that(status).standing();

        switch (status) {
            case SUBMITTED, ENDORSED, IN_IMPLEMENTATION ->
                assertThat(reported(standing, IOM, aReport()).partner()).isEqualTo(IOM);
            case COMPLETED, WITHDRAWN, SUSPENDED ->
                assertRefused(Kind.RULE, "closed", () -> reported(standing, IOM, aReport()));
        }
    }

    @Test
    void hides_a_closed_commitment_from_others_too() {
        Commitment closed = aCommitment().that(Status.COMPLETED).standing();

        assertRefused(Kind.NOT_YOURS, "commitment", () -> reported(closed, STRANGER, aReport()));
    }

    @Test
    void rejects_an_update_that_says_nothing() {
        refused("narrative", aReport().saying(null));
        refused("narrative", aReport().saying(null).speakingOf("2026-10-30"));
    }

    @Test
    void takes_an_update_that_says_any_one_thing() {
        assertThat(List.of(
                        aReport().assessing(Assessment.ON_TRACK),
                        aReport().showing("https://example.org/report", "Report"),
                        aReport().beginning(milestone(1)),
                        aReport().measuring(indicator(1), period(1), number("1"))))
                .allSatisfy(one ->
                        assertThat(reportedBy(IOM, one.saying(null)).id()).isEqualTo(update(1)));
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
        assertThat(reportedBy(IOM, aReport().speakingOf("2026-11-02").claiming(milestone(1), "2026-11-02"))
                        .effective())
                .isEqualTo("2026-11-02");
    }

    @Test
    void rejects_a_day_more_than_five_years_ago() {
        Commitment old =
                aCommitment().from(LocalDate.of(2015, 1, 1)).dueOn("2016-01-01").standing();

        assertThat(reported(old, IOM, aReport().speakingOf("2021-11-02").claiming(milestone(1), "2021-11-02"))
                        .effective())
                .isEqualTo("2021-11-02");
        assertRefused(
                Kind.INVALID, "effective", () -> reported(old, IOM, aReport().speakingOf("2021-11-01")));
        assertRefused(
                Kind.INVALID,
                "milestones[0].on",
                () -> reported(old, IOM, aReport().claiming(milestone(1), "2021-11-01")));
    }

    @Test
    void rejects_a_milestone_that_is_not_part_of_it() {
        refused("milestones[1].id", aReport().beginning(milestone(1)).claiming(milestone(9), "2026-10-30"));
    }

    @Test
    void rejects_a_milestone_named_twice() {
        refused("milestones[1].id", aReport().beginning(milestone(1)).claiming(milestone(1), "2026-10-29"));
    }

    @Test
    void rejects_a_milestone_that_was_reached_before() {
        Commitment after = after(aReport().claiming(milestone(1), "2026-10-30"));

        assertRefused(
                Kind.RULE,
                "already-reached",
                () -> then(after, NOW, report(2, UNICEF, aReport().claiming(milestone(1), "2026-10-29"))));
        assertRefused(
                Kind.RULE,
                "already-reached",
                () -> then(after, NOW, report(2, IOM, aReport().beginning(milestone(1)))));
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
        assertThat(after(aReport().measuring(indicator(2), period(3), number("3")))
                        .indicators()
                        .get(1)
                        .periods()
                        .getFirst()
                        .actual())
                .isEqualTo(said("3", 1));
    }

    @Test
    void takes_parts_up_to_the_whole() {
        ReportFixture exact = aReport()
                .measuring(
                        indicator(1), period(1), number("40"), "sex", Map.of("female", part("30"), "male", part("10")));
        ReportFixture less =
                aReport().measuring(indicator(1), period(1), number("40"), "sex", Map.of("female", part("30")));

        assertThat(after(exact).indicators().getFirst().periods().getFirst().actual())
                .isEqualTo(new Indicator.Statement(
                        number("40"),
                        exact.report().actuals().getFirst().disaggregation(),
                        update(1),
                        LocalDate.of(2026, 11, 1)));
        assertThat(reportedBy(IOM, less).report()).isEqualTo(less.report());
    }

    @Test
    void rejects_parts_of_a_count_that_are_more_than_the_whole_or_less_than_nothing() {
        Map<String, BigDecimal> more = Map.of("female", part("30"), "male", part("10.5"));
        Map<String, BigDecimal> less = Map.of("female", part("-1"), "male", part("10"));

        refused("actuals[0].disaggregation", aReport().measuring(indicator(1), period(1), number("40"), "sex", more));
        refused("actuals[0].disaggregation", aReport().measuring(indicator(1), period(1), number("40"), "sex", less));
    }

    @Test
    void takes_shares_that_do_not_add_up_and_no_parts_of_words() {
        Map<String, BigDecimal> shares = Map.of("female", part("70"), "male", part("60"));

        assertThat(reportedBy(IOM, aReport().measuring(indicator(3), period(4), number("65"), "sex", shares))
                        .report()
                        .actuals())
                .hasSize(1);
        refused(
                "actuals[0].disaggregation",
                aReport().measuring(indicator(2), period(3), words("Passed"), "sex", shares));
    }

    @Test
    void a_milestone_reached_at_last_is_overdue_no_more() {
        Commitment late = then(commitment, NOW, new RecordTime());

        Commitment after = then(
                late,
                NOW,
                report(1, IOM, aReport().claiming(milestone(1), "2026-11-01").showing("https://example.org", "Photo")));

        assertThat(late.health().reasons()).containsExactly(Health.Reason.OVERDUE);
        assertThat(after.health()).isEqualTo(Health.UNKNOWN);
        assertThat(after.milestones().getFirst().overdue()).isFalse();
    }

    private void refused(String field, ReportFixture report) {
        assertRefused(Kind.INVALID, field, () -> reportedBy(IOM, report));
    }

    private Commitment after(ReportFixture report) {
        return then(commitment, NOW, report(1, IOM, report));
    }

    private ProgressReported reportedBy(PartnerId partner, ReportFixture report) {
        return reported(commitment, partner, report);
    }

    private static ProgressReported reported(Commitment standing, PartnerId partner, ReportFixture report) {
        List<CommitmentEvent> events = Deciding.decide(standing, report(1, partner, report), NOW, HealthRules.DEFAULT);
        assertThat(events).hasSize(1);
        return (ProgressReported) events.getFirst();
    }

    private static ReportProgress report(int number, PartnerId partner, ReportFixture report) {
        return new ReportProgress(update(number), partner, report.report(), null);
    }

    private static Indicator.Statement said(String digits, int update) {
        return new Indicator.Statement(number(digits), Disaggregation.NONE, update(update), LocalDate.of(2026, 11, 1));
    }

    private static BigDecimal part(String digits) {
        return new BigDecimal(digits);
    }
}
