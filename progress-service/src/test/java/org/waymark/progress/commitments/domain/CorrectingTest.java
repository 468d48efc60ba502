package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.Askers.STRANGE;
import static org.waymark.progress.commitments.domain.Askers.SUPPORTER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.CorrectActual;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentEvent.ActualCorrected;
import org.waymark.progress.commitments.domain.Indicator.Period;
import org.waymark.progress.commitments.domain.Indicator.Statement;
import org.waymark.progress.commitments.domain.Refusal.Kind;
import org.waymark.progress.commitments.domain.Report.Actual;

class CorrectingTest {

    private static final Instant NOW = noonOf("2026-11-01");
    private static final String WHY = "A typing error.";

    private final Commitment commitment = reported();

    @Test
    void says_what_was_said_until_then() {
        assertThat(decided(LEAD, measured("42"), WHY))
                .containsExactly(new ActualCorrected(IOM, measured("42"), number("420"), WHY));
    }

    @Test
    void leaves_who_said_it_and_what_stood_before_and_hears_nobody() {
        Commitment after = then(commitment, noonOf("2026-11-05"), new CorrectActual(LEAD, measured("42"), WHY));

        Period corrected = after.indicators().getFirst().periods().getFirst();
        assertThat(corrected.actual())
                .isEqualTo(new Statement(number("42"), Disaggregation.NONE, update(2), LocalDate.of(2026, 11, 1)));
        assertThat(corrected.said().get(1))
                .isEqualTo(new Statement(number("30"), Disaggregation.NONE, update(1), LocalDate.of(2026, 11, 1)));
        assertThat(after.heard()).isEqualTo(commitment.heard());
        assertThat(after.reviews()).isEqualTo(commitment.reviews());
    }

    @Test
    void falls_back_with_the_update_that_it_corrects() {
        Commitment corrected = then(commitment, NOW, new CorrectActual(LEAD, measured("42"), WHY));

        Commitment after = then(
                corrected, NOW, new ReportProgress(update(3), IOM, aReport().report(), update(2)));

        assertThat(after.indicators().getFirst().periods().getFirst().actual())
                .isEqualTo(new Statement(number("30"), Disaggregation.NONE, update(1), LocalDate.of(2026, 11, 1)));
    }

    @Test
    void is_for_the_lead_partner_and_for_whoever_said_it() {
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(SUPPORTER, measured("42"), WHY));
        Commitment saidByTheSupporter = then(
                commitment,
                NOW,
                new ReportProgress(
                        update(4),
                        UNICEF,
                        aReport()
                                .measuring(indicator(1), period(1), number("430"))
                                .report(),
                        null));
        assertThat(Deciding.decide(
                        saidByTheSupporter,
                        new CorrectActual(SUPPORTER, measured("43"), WHY),
                        NOW,
                        HealthRules.DEFAULT))
                .containsExactly(new ActualCorrected(UNICEF, measured("43"), number("430"), WHY));
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(CO_CHAIR, measured("42"), WHY));
        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(STRANGE, measured("42"), WHY));
    }

    @Test
    void needs_a_reason() {
        assertRefused(Kind.INVALID, "reason", () -> decided(LEAD, measured("42"), " "));
    }

    @Test
    void needs_a_value_to_correct() {
        assertRefused(
                Kind.RULE,
                "nothing-to-correct",
                () -> decided(LEAD, new Actual(indicator(1), period(2), number("1"), Disaggregation.NONE), WHY));
    }

    @Test
    void rejects_what_could_not_have_been_reported() {
        Disaggregation tooMuch =
                new Disaggregation(Map.of("sex", new TreeMap<>(Map.of("female", new BigDecimal("43")))));

        assertRefused(
                Kind.INVALID,
                "value",
                () -> decided(LEAD, new Actual(indicator(1), period(1), words("many"), Disaggregation.NONE), WHY));
        assertRefused(
                Kind.INVALID,
                "disaggregation",
                () -> decided(LEAD, new Actual(indicator(1), period(1), number("42"), tooMuch), WHY));
        assertRefused(
                Kind.INVALID,
                "periodId",
                () -> decided(LEAD, new Actual(indicator(1), period(9), number("42"), Disaggregation.NONE), WHY));
        assertRefused(
                Kind.INVALID,
                "indicatorId",
                () -> decided(LEAD, new Actual(indicator(9), period(1), number("42"), Disaggregation.NONE), WHY));
    }

    @ParameterizedTest
    @EnumSource
    void is_possible_until_the_commitment_is_over(Status status) {
        Commitment standing = imported(status);
        CorrectActual command = new CorrectActual(LEAD, measured("42"), WHY);

        switch (status) {
            case SUBMITTED, ENDORSED, IN_IMPLEMENTATION, SUSPENDED ->
                assertThat(then(standing, NOW, command)
                                .indicators()
                                .getFirst()
                                .periods()
                                .getFirst()
                                .actual())
                        .isEqualTo(new Statement(number("42"), Disaggregation.NONE, null, LocalDate.MIN));
            case COMPLETED, WITHDRAWN -> assertRefused(Kind.RULE, "over", () -> then(standing, NOW, command));
        }
    }

    private static Commitment imported(Status status) {
        Period known = Period.known(
                period(1), CommitmentFixture.START, CommitmentFixture.END, null, number("420"), Disaggregation.NONE);
        return aCommitment()
                .that(status)
                .measuring("People", Measure.UNIT, true, null, known)
                .standing();
    }

    private static Commitment reported() {
        Commitment submitted = aCommitment()
                .supportedBy(UNICEF)
                .measuring("People", Measure.UNIT, true, null, year(1, 2026, null), year(2, 2027, null))
                .standing();
        Commitment first = then(submitted, NOW, reporting(1, "30"));
        return then(first, NOW, reporting(2, "420"));
    }

    private static ReportProgress reporting(int number, String digits) {
        Report report =
                aReport().measuring(indicator(1), period(1), number(digits)).report();
        return new ReportProgress(update(number), IOM, report, null);
    }

    private static Actual measured(String digits) {
        return new Actual(indicator(1), period(1), number(digits), Disaggregation.NONE);
    }

    private List<CommitmentEvent> decided(Asker by, Actual actual, String reason) {
        return Deciding.decide(commitment, new CorrectActual(by, actual, reason), NOW, HealthRules.DEFAULT);
    }
}
