package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class SubmittingTest {

    @Test
    void records_what_was_promised() {
        SubmitCommitment command = aCommitment().dueOn("2026-12-31").command();

        var events = Commitment.submit(command);

        assertThat(events)
                .containsExactly(new CommitmentSubmitted(
                        command.promise(),
                        Status.SUBMITTED,
                        command.milestones(),
                        command.indicators(),
                        null,
                        CommitmentCommand.Actor.PARTNER));
    }

    @Test
    void stands_as_promised_with_its_health_unknown() {
        SubmitCommitment command = aCommitment()
                .dueOn("2026-12-31")
                .measuring("People", Measure.UNIT, true, null, year(1, 2026, null))
                .command();

        Commitment standing = Commitment.after(null, Commitment.submit(command).getFirst());

        assertThat(standing)
                .isEqualTo(new Commitment(
                        command.promise(),
                        Status.SUBMITTED,
                        command.milestones(),
                        command.indicators(),
                        null,
                        Health.UNKNOWN));
    }

    @Test
    void rejects_an_end_before_the_start() {
        assertRefused(
                Kind.INVALID,
                "end",
                () -> Commitment.submit(aCommitment().until(START.minusDays(1)).command()));
    }

    @Test
    void accepts_a_promise_of_one_day_and_one_without_end() {
        assertThat(Commitment.submit(aCommitment().until(START).command())).hasSize(1);
        assertThat(Commitment.submit(aCommitment().until(null).command())).hasSize(1);
    }

    @Test
    void rejects_a_milestone_due_before_the_start_by_its_place() {
        assertRefused(
                Kind.INVALID,
                "milestones[1].due",
                () -> Commitment.submit(
                        aCommitment().dueOn("2026-01-01", "2025-12-31").command()));
    }

    @Test
    void rejects_the_country_level_without_a_country() {
        assertRefused(
                Kind.INVALID,
                "countries",
                () -> Commitment.submit(aCommitment().at(Level.COUNTRY).command()));
        assertThat(Commitment.submit(aCommitment().at(Level.COUNTRY, "SLV").command()))
                .hasSize(1);
        assertThat(Commitment.submit(aCommitment().at(Level.REGIONAL).command()))
                .hasSize(1);
    }

    @Test
    void rejects_a_lead_that_supports_itself() {
        assertRefused(
                Kind.INVALID,
                "supporting",
                () -> Commitment.submit(aCommitment().supportedBy(UNICEF, IOM).command()));
    }

    @Test
    void rejects_a_period_that_ends_before_it_starts_by_its_place() {
        Indicator.Period backwards =
                new Indicator.Period(period(2), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31), null, null);

        assertRefused(
                Kind.INVALID,
                "indicators[1].periods[1].end",
                () -> Commitment.submit(aCommitment()
                        .measuring("People", Measure.UNIT, true, null, year(1, 2026, null))
                        .measuring("Visas", Measure.UNIT, true, null, year(1, 2026, null), backwards)
                        .command()));
    }
}
