package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR_ELSEWHERE;
import static org.waymark.progress.commitments.domain.Askers.ILO;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.Askers.LEADING_CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.STRANGE;
import static org.waymark.progress.commitments.domain.Askers.SUPPORTER;
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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.AnswerReturn;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ResubmitUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReturnUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneVerified;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Fallback;
import org.waymark.progress.commitments.domain.CommitmentEvent.ReturnAnswered;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateReturned;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateVerified;
import org.waymark.progress.commitments.domain.Indicator.Period;
import org.waymark.progress.commitments.domain.Indicator.Statement;
import org.waymark.progress.commitments.domain.LifeCycle.Step;
import org.waymark.progress.commitments.domain.Milestone.State;
import org.waymark.progress.commitments.domain.Refusal.Kind;
import org.waymark.progress.commitments.domain.Report.Actual;

class ReviewingTest {

    private static final Instant NOW = noonOf("2026-11-01");
    private static final Report REPORT = aReport()
            .claiming(milestone(1), "2026-10-30")
            .beginning(milestone(2))
            .measuring(indicator(1), period(1), number("40"))
            .measuring(indicator(1), period(2), number("5"))
            .report();

    private final Commitment reported = then(
            aCommitment()
                    .supportedBy(UNICEF)
                    .dueOn("2026-10-31", "2026-12-31")
                    .measuring("People", Measure.UNIT, true, null, year(1, 2026, null), year(2, 2027, null))
                    .measuring("Law", Measure.QUALITATIVE, true, null, year(3, 2026, null))
                    .standing(),
            NOW,
            new ReportProgress(update(1), IOM, REPORT, null));
    private final Commitment returned = then(reported, NOW, new ReturnUpdate(update(1), CO_CHAIR, "Which treaty?"));

    @Test
    void verifying_confirms_what_was_claimed_reached_and_the_values_as_reported() {
        assertThat(decided(reported, verifying()))
                .containsExactly(new UpdateVerified(update(1), 1, ILO, List.of(milestone(1)), REPORT.actuals()));
        Commitment after = then(reported, NOW, verifying());
        assertThat(after.milestones()).extracting(Milestone::state).containsExactly(State.VERIFIED, State.IN_PROGRESS);
        assertThat(periods(after)).extracting(Period::verified).containsExactly(number("40"), number("5"));
        assertThat(after.reviews()).isEmpty();
    }

    @Test
    void what_the_reviewer_finds_stands_beside_what_the_author_says() {
        Commitment after = then(reported, NOW, verifying(measured(1, "38")));

        assertThat(periods(after)).extracting(Period::verified).containsExactly(number("38"), number("5"));
        assertThat(periods(after))
                .extracting(Period::actual)
                .containsExactly(
                        new Statement(number("40"), Disaggregation.NONE, update(1), LocalDate.of(2026, 11, 1)),
                        new Statement(number("5"), Disaggregation.NONE, update(1), LocalDate.of(2026, 11, 1)));
        assertThat(after.milestones().getFirst().claim())
                .isEqualTo(new Milestone.Claim(update(1), IOM, LocalDate.of(2026, 10, 30), false));
        assertThat(after.heard()).isEqualTo(reported.heard());
    }

    @Test
    void a_later_report_leaves_the_verified_value_alone() {
        Commitment verified = then(reported, NOW, verifying());

        Commitment after = then(
                verified,
                NOW,
                new ReportProgress(
                        update(2),
                        IOM,
                        aReport()
                                .measuring(indicator(1), period(1), number("60"))
                                .report(),
                        null));

        assertThat(periods(after).getFirst().verified()).isEqualTo(number("40"));
        assertThat(periods(after).getFirst().actual())
                .isEqualTo(new Statement(number("60"), Disaggregation.NONE, update(2), LocalDate.of(2026, 11, 1)));
    }

    @Test
    void the_reviewer_finds_values_only_where_the_author_gives_some() {
        Actual unsaid = new Actual(indicator(2), period(3), words("Passed"), Disaggregation.NONE);
        Actual wordy = new Actual(indicator(1), period(1), words("some"), Disaggregation.NONE);

        assertRefused(Kind.INVALID, "actuals", () -> decided(reported, verifying(unsaid)));
        assertRefused(Kind.INVALID, "actuals[0].value", () -> decided(reported, verifying(wordy)));
        assertRefused(
                Kind.INVALID,
                "actuals[1].periodId",
                () -> decided(reported, verifying(measured(1, "38"), measured(1, "39"))));
    }

    @Test
    void verifies_only_the_revision_that_was_read() {
        Commitment again = then(returned, NOW, new ResubmitUpdate(update(1), IOM, REPORT));

        assertRefused(Kind.RULE, "revised", () -> decided(again, verifying()));
        assertThat(decided(again, new VerifyUpdate(update(1), CO_CHAIR, 2, REPORT, List.of())))
                .containsExactly(new UpdateVerified(update(1), 2, ILO, List.of(milestone(1)), REPORT.actuals()));
    }

    @Test
    void an_update_is_verified_once() {
        Commitment verified = then(reported, NOW, verifying());

        assertRefused(Kind.RULE, "review-closed", () -> decided(verified, verifying()));
        assertRefused(Kind.RULE, "review-closed", () -> decided(verified, returning(CO_CHAIR)));
    }

    @Test
    void reviewing_is_for_co_chairs() {
        for (Asker by : List.of(LEAD, SUPPORTER)) {
            assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(reported, verifying(by)));
            assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(reported, returning(by)));
        }
        for (Asker by : List.of(STRANGE, CO_CHAIR_ELSEWHERE)) {
            assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(reported, verifying(by)));
            assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(reported, returning(by)));
        }
    }

    @Test
    void nobody_reviews_an_update_of_their_own_organization() {
        assertRefused(Kind.RULE, "own-update", () -> decided(reported, verifying(LEADING_CO_CHAIR)));
        assertRefused(Kind.RULE, "own-update", () -> decided(reported, returning(LEADING_CO_CHAIR)));
    }

    @Test
    void a_leading_co_chair_may_review_what_a_supporter_says() {
        Commitment supported = then(
                reported, NOW, new ReportProgress(update(2), UNICEF, aReport().report(), null));

        assertThat(decided(
                        supported,
                        new VerifyUpdate(
                                update(2), LEADING_CO_CHAIR, 1, aReport().report(), List.of())))
                .containsExactly(new UpdateVerified(update(2), 1, IOM, List.of(), List.of()));
    }

    @Test
    void returning_needs_a_reason_and_changes_nothing_of_what_was_said() {
        assertRefused(Kind.INVALID, "reason", () -> decided(reported, new ReturnUpdate(update(1), CO_CHAIR, " ")));
        assertThat(decided(reported, new ReturnUpdate(update(1), CO_CHAIR, "Which treaty?")))
                .containsExactly(new UpdateReturned(update(1), 1, ILO, "Which treaty?"));
        assertThat(returned.reviews())
                .containsExactly(
                        new Review(update(1), IOM, 1, Review.State.RETURNED, false, LocalDate.of(2026, 11, 1)));
        assertThat(returned.withReviews(List.of())).isEqualTo(reported.withReviews(List.of()));
    }

    @Test
    void what_was_returned_waits_for_its_author() {
        assertRefused(Kind.RULE, "returned-already", () -> decided(returned, verifying()));
        assertRefused(Kind.RULE, "returned-already", () -> decided(returned, returning(CO_CHAIR)));
    }

    @Test
    void the_author_answers_a_return_once() {
        Commitment answered = then(returned, NOW, answering(IOM));

        assertThat(decided(returned, answering(IOM)))
                .containsExactly(new ReturnAnswered(update(1), 1, IOM, "The second one."));
        assertThat(answered.reviews())
                .containsExactly(new Review(update(1), IOM, 1, Review.State.RETURNED, true, LocalDate.of(2026, 11, 1)));
        assertRefused(Kind.RULE, "no-return-to-answer", () -> decided(answered, answering(IOM)));
        assertRefused(Kind.RULE, "no-return-to-answer", () -> decided(reported, answering(IOM)));
    }

    @Test
    void a_second_return_may_be_answered_again() {
        Commitment answered = then(returned, NOW, answering(IOM));
        Commitment again = then(answered, NOW, new ResubmitUpdate(update(1), IOM, REPORT));

        Commitment twice = then(again, NOW, returning(CO_CHAIR));

        assertThat(decided(twice, answering(IOM)))
                .containsExactly(new ReturnAnswered(update(1), 2, IOM, "The second one."));
    }

    @Test
    void only_the_author_answers_and_submits_again() {
        ResubmitUpdate anothers = new ResubmitUpdate(update(1), UNICEF, REPORT);

        assertRefused(Kind.NOT_YOURS, "update", () -> decided(returned, answering(UNICEF)));
        assertRefused(Kind.NOT_YOURS, "update", () -> decided(returned, anothers));
        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(returned, answering(STRANGER)));
        assertRefused(
                Kind.NOT_YOURS, "commitment", () -> decided(returned, new ResubmitUpdate(update(1), STRANGER, REPORT)));
    }

    @Test
    void submitting_again_says_the_update_anew_and_takes_back_the_rest() {
        Report better = aReport()
                .saying("The second treaty.")
                .measuring(indicator(1), period(1), number("41"))
                .report();
        ResubmitUpdate command = new ResubmitUpdate(update(1), IOM, better);
        Instant later = noonOf("2026-11-05");

        assertThat(Deciding.decide(returned, command, later, HealthRules.DEFAULT))
                .containsExactly(new UpdateResubmitted(
                        update(1),
                        2,
                        IOM,
                        better,
                        LocalDate.of(2026, 11, 1),
                        new Retraction(List.of(milestone(1)), List.of(new Fallback(indicator(1), period(2), null)))));
        Commitment after = then(returned, later, command);
        assertThat(after.milestones()).extracting(Milestone::state).containsExactly(State.PLANNED, State.IN_PROGRESS);
        assertThat(periods(after))
                .extracting(Period::said)
                .containsExactly(
                        List.of(new Statement(number("41"), Disaggregation.NONE, update(1), LocalDate.of(2026, 11, 1))),
                        List.of());
        assertThat(after.reviews())
                .containsExactly(
                        new Review(update(1), IOM, 2, Review.State.SUBMITTED, false, LocalDate.of(2026, 11, 1)));
        assertThat(after.heard()).isEqualTo(later);
    }

    @Test
    void only_what_was_returned_is_submitted_again_and_by_the_rules_of_every_update() {
        ResubmitUpdate again = new ResubmitUpdate(update(1), IOM, REPORT);

        assertRefused(Kind.RULE, "not-returned", () -> decided(reported, again));
        assertRefused(
                Kind.INVALID,
                "effective",
                () -> decided(
                        returned,
                        new ResubmitUpdate(
                                update(1),
                                IOM,
                                aReport().speakingOf("2026-12-01").report())));
    }

    @Test
    void nothing_is_submitted_again_to_what_is_over_but_what_was_said_may_still_be_reviewed() {
        ChangeStatus completing = new ChangeStatus(LEAD, Step.COMPLETE, "Done without it.");
        ResubmitUpdate again = new ResubmitUpdate(update(1), IOM, REPORT);

        assertRefused(Kind.RULE, "closed", () -> decided(then(returned, NOW, completing), again));
        assertThat(decided(then(reported, NOW, completing), verifying())).hasSize(1);
    }

    @Test
    void the_newest_fifty_updates_wait_for_review_and_older_ones_no_more() {
        Commitment many = reported;
        for (int i = 2; i <= 51; i++) {
            many = then(many, NOW, new ReportProgress(update(i), IOM, aReport().report(), null));
        }
        Commitment full = many;

        assertThat(full.reviews()).hasSize(50).first().isEqualTo(Review.of(update(2), IOM, LocalDate.of(2026, 11, 1)));
        assertRefused(Kind.RULE, "review-closed", () -> decided(full, verifying()));
        assertThat(decided(
                        full, new VerifyUpdate(update(2), CO_CHAIR, 1, aReport().report(), List.of())))
                .hasSize(1);
        assertThat(decided(full, new VerifyMilestone(CO_CHAIR, milestone(1)))).hasSize(1);
    }

    @Test
    void a_claim_alone_is_verified_by_a_co_chair_of_another_organization() {
        assertThat(decided(reported, new VerifyMilestone(CO_CHAIR, milestone(1))))
                .containsExactly(new MilestoneVerified(ILO, milestone(1)));
        assertThat(then(reported, NOW, new VerifyMilestone(CO_CHAIR, milestone(1)))
                        .milestones()
                        .getFirst()
                        .state())
                .isEqualTo(State.VERIFIED);
        assertRefused(
                Kind.RULE, "own-update", () -> decided(reported, new VerifyMilestone(LEADING_CO_CHAIR, milestone(1))));
        assertRefused(
                Kind.NOT_ALLOWED, "forbidden", () -> decided(reported, new VerifyMilestone(SUPPORTER, milestone(1))));
        assertRefused(
                Kind.NOT_YOURS, "commitment", () -> decided(reported, new VerifyMilestone(STRANGE, milestone(1))));
    }

    @Test
    void only_a_claim_is_verified_and_once() {
        Commitment verified = then(reported, NOW, new VerifyMilestone(CO_CHAIR, milestone(1)));

        assertRefused(Kind.RULE, "not-claimed", () -> decided(reported, new VerifyMilestone(CO_CHAIR, milestone(2))));
        assertRefused(Kind.RULE, "not-claimed", () -> decided(verified, new VerifyMilestone(CO_CHAIR, milestone(1))));
        assertRefused(
                Kind.NOT_YOURS, "milestone", () -> decided(reported, new VerifyMilestone(CO_CHAIR, milestone(9))));
    }

    @Test
    void a_claim_that_was_verified_alone_is_not_verified_again_with_its_update() {
        Commitment verified = then(reported, NOW, new VerifyMilestone(CO_CHAIR, milestone(1)));

        assertThat(decided(verified, verifying()))
                .containsExactly(new UpdateVerified(update(1), 1, ILO, List.of(), REPORT.actuals()));
    }

    @Test
    void a_returned_claim_that_was_verified_alone_stays_verified() {
        Commitment verified = then(returned, NOW, new VerifyMilestone(CO_CHAIR, milestone(1)));

        Commitment after =
                then(verified, NOW, new ResubmitUpdate(update(1), IOM, aReport().report()));

        assertThat(after.milestones().getFirst().state()).isEqualTo(State.VERIFIED);
    }

    private static VerifyUpdate verifying(Actual... found) {
        return new VerifyUpdate(update(1), CO_CHAIR, 1, REPORT, List.of(found));
    }

    private static VerifyUpdate verifying(Asker by) {
        return new VerifyUpdate(update(1), by, 1, REPORT, List.of());
    }

    private static ReturnUpdate returning(Asker by) {
        return new ReturnUpdate(update(1), by, "Which treaty?");
    }

    private static AnswerReturn answering(PartnerId by) {
        return new AnswerReturn(update(1), by, "The second one.");
    }

    private static Actual measured(int period, String digits) {
        return new Actual(indicator(1), period(period), number(digits), Disaggregation.NONE);
    }

    private static List<Period> periods(Commitment standing) {
        return standing.indicators().getFirst().periods();
    }

    private static List<CommitmentEvent> decided(Commitment standing, CommitmentCommand command) {
        return Deciding.decide(standing, command, NOW, HealthRules.DEFAULT);
    }
}
