package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction;
import org.waymark.progress.commitments.domain.CommitmentEvent.Retraction.Fallback;
import org.waymark.progress.commitments.domain.Milestone.State;
import org.waymark.progress.commitments.domain.Refusal.Kind;

/** An update in the place of an earlier one: what that one said and this one does not is said no more. */
class SupersedingTest {

    private static final Instant NOW = noonOf("2026-11-01");

    private final Commitment commitment = aCommitment()
            .supportedBy(UNICEF)
            .dueOn("2026-10-31", "2026-12-31")
            .measuring("People", Measure.UNIT, true, null, year(1, 2026, null), year(2, 2027, null))
            .standing();

    @Test
    void takes_back_the_claims_that_it_does_not_repeat() {
        Commitment claimed = said(
                commitment, 1, aReport().claiming(milestone(1), "2026-10-30").claiming(milestone(2), "2026-10-30"));

        ProgressReported event = superseding(claimed, 2, 1, aReport().claiming(milestone(1), "2026-10-29"));
        Commitment after = inPlaceOf(claimed, 2, 1, aReport().claiming(milestone(1), "2026-10-29"));

        assertThat(event.supersedes()).isEqualTo(update(1));
        assertThat(event.retracted()).isEqualTo(new Retraction(List.of(milestone(2)), List.of()));
        assertThat(after.milestones().getFirst().claim())
                .isEqualTo(new Milestone.Claim(update(2), IOM, LocalDate.of(2026, 10, 29), false));
        assertThat(after.milestones().getLast())
                .isEqualTo(commitment.milestones().getLast());
    }

    @Test
    void may_say_that_what_was_claimed_is_only_begun() {
        Commitment claimed = said(commitment, 1, aReport().claiming(milestone(1), "2026-10-30"));

        Commitment after = inPlaceOf(claimed, 2, 1, aReport().beginning(milestone(1)));

        assertThat(after.milestones().getFirst().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(after.milestones().getFirst().claim()).isNull();
    }

    @Test
    void lets_values_that_it_does_not_repeat_fall_back_to_what_stood_before() {
        Commitment first = said(commitment, 1, measuring("30"));
        Commitment second = said(first, 2, measuring("40").measuring(indicator(1), period(2), number("5")));

        ProgressReported event = superseding(second, 3, 2, aReport());
        Commitment after = inPlaceOf(second, 3, 2, aReport());

        assertThat(event.retracted())
                .isEqualTo(new Retraction(
                        List.of(),
                        List.of(
                                new Fallback(indicator(1), period(1), number("30")),
                                new Fallback(indicator(1), period(2), null))));
        assertThat(actual(after, 0)).isEqualTo(statement("30", 1));
        assertThat(actual(after, 1)).isNull();
    }

    @Test
    void leaves_alone_what_others_have_said_since() {
        Commitment claimed = said(commitment, 1, measuring("30").claiming(milestone(1), "2026-10-30"));
        Commitment newer = then(
                claimed,
                NOW,
                new ReportProgress(update(2), UNICEF, measuring("40").report(), null));

        Commitment after = inPlaceOf(newer, 3, 1, aReport().claiming(milestone(1), "2026-10-30"));

        assertThat(superseding(newer, 3, 1, aReport().claiming(milestone(1), "2026-10-30"))
                        .retracted())
                .isEqualTo(Retraction.NONE);
        assertThat(actual(after, 0)).isEqualTo(statement("40", 2));
    }

    @Test
    void what_was_superseded_never_stands_again() {
        Commitment first = said(commitment, 1, measuring("30"));
        Commitment wrong = said(first, 2, measuring("400"));
        Commitment right = inPlaceOf(wrong, 3, 2, measuring("40"));

        Commitment takenBack = inPlaceOf(right, 4, 3, aReport());

        assertThat(actual(right, 0)).isEqualTo(statement("40", 3));
        assertThat(actual(takenBack, 0)).isEqualTo(statement("30", 1));
    }

    @Test
    void what_was_superseded_does_not_stand_again_when_what_came_after_it_is_taken_back() {
        Commitment wrong = said(commitment, 1, measuring("400"));
        Commitment newer = said(wrong, 2, measuring("40"));
        Commitment without = inPlaceOf(newer, 3, 1, aReport());

        Commitment takenBack = inPlaceOf(without, 4, 2, aReport());

        assertThat(actual(without, 0)).isEqualTo(statement("40", 2));
        assertThat(actual(takenBack, 0)).isNull();
    }

    @Test
    void takes_the_place_of_the_earlier_one_in_review_too() {
        Commitment twice = said(said(commitment, 1, aReport()), 2, aReport());

        Commitment after = inPlaceOf(twice, 3, 1, aReport());

        assertThat(after.reviews()).extracting(Review::update).containsExactly(update(2), update(3));
    }

    @Test
    void is_for_the_author_of_the_earlier_one_alone() {
        Commitment standing = said(commitment, 1, aReport());

        assertRefused(
                Kind.NOT_YOURS,
                "update",
                () -> then(
                        standing,
                        NOW,
                        new ReportProgress(update(2), UNICEF, aReport().report(), update(1))));
    }

    @Test
    void is_not_possible_for_what_was_verified_or_superseded_or_never_said() {
        Commitment standing = said(commitment, 1, aReport());
        Commitment verified = then(
                standing,
                NOW,
                new VerifyUpdate(update(1), CO_CHAIR, 1, aReport().report(), List.of()));
        Commitment superseded = inPlaceOf(standing, 2, 1, aReport());

        assertRefused(Kind.RULE, "review-closed", () -> inPlaceOf(verified, 3, 1, aReport()));
        assertRefused(Kind.RULE, "review-closed", () -> inPlaceOf(superseded, 3, 1, aReport()));
        assertRefused(Kind.RULE, "review-closed", () -> inPlaceOf(standing, 3, 9, aReport()));
    }

    @Test
    void may_not_claim_what_another_update_has_claimed() {
        Commitment claimed = said(said(commitment, 1, aReport().claiming(milestone(1), "2026-10-30")), 2, aReport());

        assertRefused(
                Kind.RULE,
                "already-reached",
                () -> inPlaceOf(claimed, 3, 2, aReport().claiming(milestone(1), "2026-10-30")));
    }

    private static ReportFixture measuring(String digits) {
        return aReport().measuring(indicator(1), period(1), number(digits));
    }

    private static Commitment said(Commitment before, int number, ReportFixture report) {
        return then(before, NOW, new ReportProgress(update(number), IOM, report.report(), null));
    }

    private static Commitment inPlaceOf(Commitment before, int number, int earlier, ReportFixture report) {
        return then(before, NOW, new ReportProgress(update(number), IOM, report.report(), update(earlier)));
    }

    private static ProgressReported superseding(Commitment before, int number, int earlier, ReportFixture report) {
        return (ProgressReported) Deciding.decide(
                        before,
                        new ReportProgress(update(number), IOM, report.report(), update(earlier)),
                        NOW,
                        HealthRules.DEFAULT)
                .getFirst();
    }

    private static Indicator.@Nullable Statement actual(Commitment standing, int period) {
        return standing.indicators().getFirst().periods().get(period).actual();
    }

    private static Indicator.Statement statement(String digits, int update) {
        return new Indicator.Statement(number(digits), Disaggregation.NONE, update(update), LocalDate.of(2026, 11, 1));
    }
}
