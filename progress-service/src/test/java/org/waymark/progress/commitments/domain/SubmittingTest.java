package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.OverrideLifted;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class SubmittingTest {

    private static final Instant NOW = noonOf("2026-10-01");

    @Test
    void records_what_was_promised() {
        SubmitCommitment command = aCommitment().dueOn("2026-12-31").command();

        var events = Deciding.submit(command);

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

        Commitment standing = fold(NOW, Deciding.submit(command).getFirst());

        assertThat(standing)
                .isEqualTo(new Commitment(
                        command.promise(),
                        Status.SUBMITTED,
                        null,
                        command.milestones(),
                        command.indicators(),
                        List.of(),
                        List.of(),
                        NOW,
                        NOW,
                        Health.UNKNOWN));
    }

    @Test
    void rejects_an_end_before_the_start() {
        assertRefused(
                Kind.INVALID,
                "end",
                () -> Deciding.submit(aCommitment().until(START.minusDays(1)).command()));
    }

    @Test
    void accepts_a_promise_of_one_day_and_one_without_end() {
        assertThat(Deciding.submit(aCommitment().until(START).command())).hasSize(1);
        assertThat(Deciding.submit(aCommitment().until(null).command())).hasSize(1);
    }

    @Test
    void rejects_a_milestone_due_before_the_start_by_its_place() {
        assertRefused(
                Kind.INVALID,
                "milestones[1].due",
                () -> Deciding.submit(
                        aCommitment().dueOn("2026-01-01", "2025-12-31").command()));
    }

    @Test
    void rejects_the_country_level_without_a_country() {
        assertRefused(
                Kind.INVALID,
                "countries",
                () -> Deciding.submit(aCommitment().at(Level.COUNTRY).command()));
        assertThat(Deciding.submit(aCommitment().at(Level.COUNTRY, "SLV").command()))
                .hasSize(1);
        assertThat(Deciding.submit(aCommitment().at(Level.REGIONAL).command())).hasSize(1);
    }

    @Test
    void rejects_a_lead_that_supports_itself() {
        assertRefused(
                Kind.INVALID,
                "supporting",
                () -> Deciding.submit(aCommitment().supportedBy(UNICEF, IOM).command()));
    }

    @Test
    void rejects_a_period_that_ends_before_it_starts_by_its_place() {
        Indicator.Period backwards =
                Indicator.Period.planned(period(2), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31), null);

        assertRefused(
                Kind.INVALID,
                "indicators[1].periods[1].end",
                () -> Deciding.submit(aCommitment()
                        .measuring("People", Measure.UNIT, true, null, year(1, 2026, null))
                        .measuring("Visas", Measure.UNIT, true, null, year(1, 2026, null), backwards)
                        .command()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2201-01-01"})
    void rejects_a_year_that_can_only_be_a_slip_of_the_keyboard(String day) {
        LocalDate wrong = LocalDate.parse(day);
        Indicator.Period odd = Indicator.Period.planned(period(1), START, wrong, null);

        assertRefused(
                Kind.INVALID,
                "start",
                () -> Deciding.submit(aCommitment().from(wrong).until(null).command()));
        assertRefused(
                Kind.INVALID,
                "end",
                () -> Deciding.submit(aCommitment().until(wrong).command()));
        assertRefused(
                Kind.INVALID,
                "milestones[0].due",
                () -> Deciding.submit(aCommitment().dueOn(day).command()));
        assertRefused(
                Kind.INVALID,
                "indicators[0].periods[0].end",
                () -> Deciding.submit(aCommitment()
                        .measuring("People", Measure.UNIT, true, null, odd)
                        .command()));
    }

    @Test
    void what_an_import_brings_in_stands_where_it_stood_and_tells_what_was_known() {
        Indicator.Period measured = Indicator.Period.known(
                period(1), START, START.plusYears(1), number("100"), number("40"), Disaggregation.NONE);
        Commitment standing = aCommitment()
                .that(Status.IN_IMPLEMENTATION)
                .importedFrom(new Introduction("XM-DAC-47066", "IOM", "40"))
                .measuring("People", Measure.UNIT, true, null, measured)
                .standing();

        assertThat(standing.status()).isEqualTo(Status.IN_IMPLEMENTATION);
        assertThat(standing.indicators())
                .flatExtracting(Indicator::periods)
                .extracting(Indicator.Period::actual)
                .containsExactly(new Indicator.Statement(number("40"), Disaggregation.NONE, null, LocalDate.MIN));
    }

    @Test
    void is_what_a_commitment_begins_with_and_happens_once() {
        CommitmentEvent submitted = aCommitment().event();
        CommitmentEvent lifted = new OverrideLifted(IOM);
        Commitment standing = aCommitment().standing();

        assertThatThrownBy(() -> fold(NOW, lifted)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Folding.after(standing, submitted, NOW, HealthRules.DEFAULT))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> then(standing, NOW, aCommitment().command()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Commitment fold(Instant at, CommitmentEvent first) {
        return Folding.after(null, first, at, HealthRules.DEFAULT);
    }
}
