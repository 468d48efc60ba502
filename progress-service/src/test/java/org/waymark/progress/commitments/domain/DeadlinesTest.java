package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.fold;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordDeadlines;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;

class DeadlinesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z");
    private static final Health OVERDUE = new Health(Health.State.AT_RISK, List.of(Health.Reason.OVERDUE));

    private final Commitment commitment =
            aCommitment().dueOn("2026-12-31", "2026-10-31").standing();

    @Test
    void the_next_one_is_the_end_of_the_earliest_due_day() {
        assertThat(commitment.nextDue()).contains(MIDNIGHT);
    }

    @Test
    void a_milestone_is_in_time_until_the_last_instant_of_its_day() {
        assertThat(commitment.recordDeadlines(new RecordDeadlines(), MIDNIGHT.minusNanos(1)))
                .isEmpty();
        assertThat(commitment.recordDeadlines(new RecordDeadlines(), MIDNIGHT))
                .containsExactly(new MilestoneOverdue(milestone(2), LocalDate.of(2026, 10, 31), OVERDUE));
    }

    @Test
    void each_milestone_is_recorded_once() {
        Commitment after = fold(commitment, commitment.recordDeadlines(new RecordDeadlines(), MIDNIGHT));

        assertThat(after.health()).isEqualTo(OVERDUE);
        assertThat(after.recordDeadlines(new RecordDeadlines(), MIDNIGHT)).isEmpty();
        assertThat(after.nextDue()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void what_was_missed_meanwhile_is_recorded_together() {
        var events = commitment.recordDeadlines(new RecordDeadlines(), noonOf("2027-03-01"));

        assertThat(events)
                .extracting(event -> ((MilestoneOverdue) event).milestone())
                .containsExactly(milestone(1), milestone(2));
        assertThat(fold(commitment, events).nextDue()).isEmpty();
    }

    @Test
    void a_reached_milestone_is_never_overdue() {
        Commitment reached = fold(
                commitment,
                commitment.report(
                        new ReportProgress(
                                update(1),
                                IOM,
                                aReport().claiming(milestone(2), "2026-10-30").report()),
                        noonOf("2026-10-30")));

        assertThat(reached.recordDeadlines(new RecordDeadlines(), MIDNIGHT)).isEmpty();
        assertThat(reached.nextDue()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void a_commitment_that_is_over_has_none() {
        Commitment over =
                aCommitment().that(Status.COMPLETED).dueOn("2026-10-31").standing();

        assertThat(over.nextDue()).isEmpty();
        assertThat(over.recordDeadlines(new RecordDeadlines(), MIDNIGHT)).isEmpty();
    }

    @Test
    void nothing_folds_before_the_submission_and_no_submission_after_it() {
        CommitmentEvent overdue = new MilestoneOverdue(milestone(1), LocalDate.of(2026, 10, 31), OVERDUE);

        assertThatThrownBy(() -> Commitment.after(null, overdue)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Commitment.after(commitment, aCommitment().event()))
                .isInstanceOf(IllegalStateException.class);
    }
}
