package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.CorrectActual;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ResubmitUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReturnUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyUpdate;
import org.waymark.progress.commitments.domain.Refusal.Kind;

/** Which of many statements stands. */
class StandingTest {

    private static final Instant NOW = noonOf("2026-11-20");
    private static final Asker CO_CHAIR = new Asker(CommitmentFixture.STRANGER, Set.of(GroupId.DEFAULT));

    private final Commitment begun = aCommitment()
            .measuring("People", Measure.UNIT, true, null, year(1, 2026, number("100")))
            .standing();

    @Test
    void what_is_said_of_an_earlier_day_does_not_outdo_what_is_known_of_a_later_one() {
        Commitment november = said(begun, 1, "60", "2026-11-01");

        Commitment after = said(november, 2, "5", "2026-03-01");

        assertThat(standing(after)).isEqualTo(number("60"));
        assertThat(standing(said(after, 3, "61", "2026-11-01"))).isEqualTo(number("61"));
    }

    @Test
    void an_older_update_that_is_submitted_again_keeps_its_place() {
        Commitment first = said(begun, 1, "10", "2026-10-05");
        Commitment returned = then(first, NOW, new ReturnUpdate(update(1), CO_CHAIR, "Which?"));
        Commitment second = said(returned, 2, "60", "2026-11-01");

        Commitment after = then(
                second,
                NOW,
                new ResubmitUpdate(
                        update(1),
                        IOM,
                        aReport()
                                .measuring(indicator(1), period(1), number("11"))
                                .report()));

        assertThat(standing(after)).isEqualTo(number("60"));
    }

    @Test
    void taking_back_two_lets_the_third_stand() {
        Commitment three = said(said(said(begun, 1, "10", "2026-10-05"), 2, "20", "2026-10-06"), 3, "30", "2026-10-07");

        Commitment withoutThree =
                then(three, NOW, new ReportProgress(update(4), IOM, aReport().report(), update(3)));
        Commitment withoutTwo = then(
                withoutThree, NOW, new ReportProgress(update(5), IOM, aReport().report(), update(2)));

        assertThat(standing(withoutThree)).isEqualTo(number("20"));
        assertThat(standing(withoutTwo)).isEqualTo(number("10"));
    }

    @Test
    void a_corrected_value_is_verified_as_it_was_corrected() {
        Commitment corrected = then(
                said(begun, 1, "42", "2026-11-01"),
                NOW,
                new CorrectActual(Asker.partner(IOM), actual("24"), "Digits swapped."));

        Commitment after = then(corrected, NOW, verifying(1, "42", List.of()));

        assertThat(verified(after)).isEqualTo(number("24"));
    }

    @Test
    void a_value_that_was_overtaken_is_not_verified_any_more() {
        Commitment both = said(said(begun, 1, "10", "2026-10-05"), 2, "20", "2026-11-01");
        Commitment newer = then(both, NOW, verifying(2, "20", List.of()));

        Commitment after = then(newer, NOW, verifying(1, "10", List.of()));

        assertThat(verified(after)).isEqualTo(number("20"));
        assertRefused(Kind.INVALID, "actuals", () -> then(newer, NOW, verifying(1, "10", List.of(actual("9")))));
    }

    @Test
    void an_assessment_goes_with_the_update_that_gave_it() {
        Commitment first = assessed(begun, 1, Assessment.ON_TRACK);
        Commitment second = assessed(first, 2, Assessment.OFF_TRACK);

        Commitment after =
                then(second, NOW, new ReportProgress(update(3), IOM, aReport().report(), update(2)));

        assertThat(after.assessment()).isEqualTo(Assessment.ON_TRACK);
        assertThat(then(first, NOW, new ReportProgress(update(3), IOM, aReport().report(), update(1)))
                        .assessment())
                .isNull();
    }

    private static Commitment said(Commitment before, int number, String value, String day) {
        Report report = aReport()
                .speakingOf(day)
                .measuring(indicator(1), period(1), number(value))
                .report();
        return then(before, NOW, new ReportProgress(update(number), IOM, report, null));
    }

    private static Commitment assessed(Commitment before, int number, Assessment assessment) {
        Report report = aReport().assessing(assessment).report();
        return then(before, NOW, new ReportProgress(update(number), IOM, report, null));
    }

    private static VerifyUpdate verifying(int number, String read, List<Report.Actual> found) {
        Report report =
                aReport().measuring(indicator(1), period(1), number(read)).report();
        return new VerifyUpdate(update(number), CO_CHAIR, 1, report, found);
    }

    private static Report.Actual actual(String value) {
        return new Report.Actual(indicator(1), period(1), number(value), Disaggregation.NONE);
    }

    private static @Nullable Value standing(Commitment commitment) {
        Indicator.Statement actual =
                commitment.indicators().getFirst().periods().getFirst().actual();
        return actual == null ? null : actual.value();
    }

    private static @Nullable Value verified(Commitment commitment) {
        return commitment.indicators().getFirst().periods().getFirst().verified();
    }
}
