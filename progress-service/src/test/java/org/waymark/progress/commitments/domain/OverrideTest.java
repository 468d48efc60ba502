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
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.LiftOverride;
import org.waymark.progress.commitments.domain.CommitmentCommand.OverrideHealth;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthChanged;
import org.waymark.progress.commitments.domain.CommitmentEvent.HealthOverridden;
import org.waymark.progress.commitments.domain.CommitmentEvent.OverrideLifted;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Health.State;
import org.waymark.progress.commitments.domain.LifeCycle.Step;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class OverrideTest {

    private static final Instant NOW = noonOf("2026-11-01");
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 30);
    private static final String WHY = "Seen on site.";

    private final Commitment overdue =
            then(aCommitment().supportedBy(UNICEF).dueOn("2026-10-31").standing(), NOW, new RecordTime());
    private final Commitment overridden = then(overdue, NOW, overriding(CO_CHAIR, UNTIL));

    @Test
    void stands_in_place_of_the_computed_state_which_stays_with_its_reasons() {
        assertThat(decided(overdue, overriding(CO_CHAIR, UNTIL)))
                .containsExactly(new HealthOverridden(ILO, State.ON_TRACK, UNTIL, WHY));
        assertThat(overridden.health())
                .isEqualTo(
                        new Health(State.AT_RISK, List.of(Reason.OVERDUE), new Health.Override(State.ON_TRACK, UNTIL)));
        assertThat(overridden.health().state()).isEqualTo(State.ON_TRACK);
    }

    @Test
    void is_not_undone_by_what_partners_say() {
        Report worse = aReport().assessing(Assessment.OFF_TRACK).report();

        Commitment after = then(overridden, NOW, new ReportProgress(update(1), IOM, worse, null));

        assertThat(after.health().computed()).isEqualTo(State.OFF_TRACK);
        assertThat(after.health().state()).isEqualTo(State.ON_TRACK);
    }

    @Test
    void gives_way_to_another_one() {
        LocalDate tomorrow = LocalDate.of(2026, 11, 2);

        Commitment after = then(overridden, NOW, new OverrideHealth(CO_CHAIR, State.OFF_TRACK, tomorrow, WHY));

        assertThat(after.health().override()).isEqualTo(new Health.Override(State.OFF_TRACK, tomorrow));
    }

    @Test
    void ends_with_its_last_day() {
        assertThat(decidedAt("2026-11-30T23:59:59.999Z", new RecordTime())).isEmpty();
        assertThat(decidedAt("2026-12-01T00:00:00Z", new RecordTime())).containsExactly(new HealthChanged());
        assertThat(then(overridden, Instant.parse("2026-12-01T00:00:00Z"), new RecordTime())
                        .health())
                .isEqualTo(overdue.health());
    }

    @Test
    void ends_when_it_is_lifted_and_is_lifted_once() {
        Commitment lifted = then(overridden, NOW, new LiftOverride(CO_CHAIR));

        assertThat(decided(overridden, new LiftOverride(CO_CHAIR))).containsExactly(new OverrideLifted(ILO));
        assertThat(lifted.health()).isEqualTo(overdue.health());
        assertThat(decided(lifted, new LiftOverride(CO_CHAIR))).isEmpty();
    }

    @Test
    void needs_a_reason() {
        assertRefused(
                Kind.INVALID,
                "reason",
                () -> decided(overdue, new OverrideHealth(CO_CHAIR, State.ON_TRACK, UNTIL, " ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2027-11-02"})
    void lasts_from_today_to_a_year_ahead(String until) {
        assertThat(decided(overdue, overriding(CO_CHAIR, LocalDate.parse(until))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "2027-11-03"})
    void ends_neither_before_today_nor_later(String until) {
        assertRefused(Kind.INVALID, "until", () -> decided(overdue, overriding(CO_CHAIR, LocalDate.parse(until))));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, 2026-11-02", "America/El_Salvador, 2026-11-01"})
    void reckons_in_the_days_of_the_commitments_home(String zone, LocalDate today) {
        Commitment abroad = aCommitment().atHomeIn(zone).standing();

        assertThat(decided(abroad, overriding(CO_CHAIR, today))).hasSize(1);
        assertRefused(Kind.INVALID, "until", () -> decided(abroad, overriding(CO_CHAIR, today.minusDays(1))));
    }

    @Test
    void is_for_co_chairs_of_the_group() {
        for (Asker by : List.of(LEAD, SUPPORTER)) {
            assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(overdue, overriding(by, UNTIL)));
            assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(overridden, new LiftOverride(by)));
        }
        for (Asker by : List.of(STRANGE, CO_CHAIR_ELSEWHERE)) {
            assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(overdue, overriding(by, UNTIL)));
            assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(overridden, new LiftOverride(by)));
        }
        assertThat(decided(overdue, overriding(LEADING_CO_CHAIR, UNTIL))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void is_possible_until_the_commitment_is_over(Status status) {
        Commitment standing = aCommitment().that(status).standing();

        switch (status) {
            case SUBMITTED, ENDORSED, IN_IMPLEMENTATION, SUSPENDED ->
                assertThat(decided(standing, overriding(CO_CHAIR, UNTIL))).hasSize(1);
            case COMPLETED, WITHDRAWN ->
                assertRefused(Kind.RULE, "over", () -> decided(standing, overriding(CO_CHAIR, UNTIL)));
        }
    }

    @Test
    void ends_with_its_last_day_also_while_the_commitment_is_suspended() {
        Commitment suspended = then(overridden, NOW, new ChangeStatus(LEAD, Step.SUSPEND, "Floods."));

        Commitment after = then(suspended, noonOf("2026-12-01"), new RecordTime());

        assertThat(suspended.health().state()).isEqualTo(State.ON_TRACK);
        assertThat(after.health()).isEqualTo(Health.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "WITHDRAW"})
    void ends_with_the_commitment(Step step) {
        Commitment over = then(overridden, NOW, new ChangeStatus(LEAD, step, "Done without it."));

        assertThat(over.health()).isEqualTo(Health.UNKNOWN);
        assertThat(decided(over, new LiftOverride(CO_CHAIR))).isEmpty();
        assertThat(Deciding.nextDue(over, NOW, HealthRules.DEFAULT)).isEmpty();
    }

    private List<CommitmentEvent> decidedAt(String instant, CommitmentCommand command) {
        return Deciding.decide(overridden, command, Instant.parse(instant), HealthRules.DEFAULT);
    }

    private static List<CommitmentEvent> decided(Commitment standing, CommitmentCommand command) {
        return Deciding.decide(standing, command, NOW, HealthRules.DEFAULT);
    }

    private static OverrideHealth overriding(Asker by, LocalDate until) {
        return new OverrideHealth(by, State.ON_TRACK, until, WHY);
    }
}
