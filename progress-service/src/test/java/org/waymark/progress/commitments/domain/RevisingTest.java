package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.ILO;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.Askers.STRANGE;
import static org.waymark.progress.commitments.domain.Askers.SUPPORTER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.END;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.fold;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.CancelMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class RevisingTest {

    private static final Instant NOW = noonOf("2026-10-02");
    private static final ZoneId HOME = ZoneId.of("America/El_Salvador");

    private final Commitment commitment = aCommitment()
            .titled("Corridors")
            .described("Between two countries.")
            .supportedBy(UNICEF)
            .dueOn("2026-12-31")
            .standing();

    @Test
    void records_all_that_can_change_and_leaves_the_rest_as_it_is() {
        List<CommitmentEvent> events = decided(titled(LEAD, "Safe corridors"));

        assertThat(events)
                .containsExactly(new CommitmentRevised(
                        IOM, "Safe corridors", "Between two countries.", START, END, List.of(UNICEF), ZoneOffset.UTC));
        Commitment after = fold(commitment, NOW, events);
        assertThat(after.promise().title()).isEqualTo("Safe corridors");
        assertThat(after.promise().reach()).isEqualTo(commitment.promise().reach());
        assertThat(after.milestones()).isEqualTo(commitment.milestones());
        assertThat(after.heard()).isEqualTo(commitment.heard());
    }

    @Test
    void changes_each_field_alone() {
        Promise before = commitment.promise();

        assertThat(revised(new ReviseCommitment(LEAD, null, "Between three.", null, null, null, null))
                        .description())
                .isEqualTo("Between three.");
        assertThat(revised(dated(START.plusDays(1), null)).start()).isEqualTo(START.plusDays(1));
        assertThat(revised(dated(null, END.plusDays(1))).end()).isEqualTo(END.plusDays(1));
        assertThat(revised(supported(ILO)).supporting()).containsExactly(ILO);
        assertThat(revised(new ReviseCommitment(LEAD, null, null, null, null, null, HOME)))
                .isEqualTo(before.in(HOME));
    }

    @Test
    void records_nothing_where_nothing_changes() {
        assertThat(decided(titled(LEAD, null))).isEmpty();
        assertThat(decided(new ReviseCommitment(LEAD, "Corridors", null, START, END, List.of(UNICEF), ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void is_the_lead_partners_alone() {
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(titled(SUPPORTER, "Mine")));
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(titled(CO_CHAIR, "Mine")));
        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(titled(STRANGE, "Mine")));
    }

    @Test
    void a_partner_that_supports_it_no_more_has_no_part_in_it() {
        Commitment after = then(commitment, NOW, supported());

        assertRefused(
                Kind.NOT_YOURS,
                "commitment",
                () -> Deciding.decide(after, titled(SUPPORTER, "Mine"), NOW, HealthRules.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource
    void is_possible_until_the_commitment_is_over(Status status) {
        Commitment standing = aCommitment().that(status).standing();
        ReviseCommitment command = titled(LEAD, "Another");

        switch (status) {
            case SUBMITTED, ENDORSED, IN_IMPLEMENTATION, SUSPENDED ->
                assertThat(Deciding.decide(standing, command, NOW, HealthRules.DEFAULT))
                        .hasSize(1);
            case COMPLETED, WITHDRAWN ->
                assertRefused(Kind.RULE, "over", () -> Deciding.decide(standing, command, NOW, HealthRules.DEFAULT));
        }
    }

    @Test
    void rejects_what_could_not_have_been_promised() {
        assertRefused(Kind.INVALID, "end", () -> decided(dated(null, START.minusDays(1))));
        assertRefused(Kind.INVALID, "end", () -> decided(dated(null, LocalDate.of(20270, 1, 1))));
        assertRefused(Kind.INVALID, "supporting", () -> decided(supported(IOM)));
    }

    @Test
    void rejects_a_start_after_an_open_milestone_is_due() {
        ReviseCommitment later = dated(LocalDate.of(2027, 1, 1), null);
        Commitment without = then(commitment, NOW, new CancelMilestone(LEAD, milestone(1), "No funds."));

        assertRefused(Kind.INVALID, "start", () -> decided(later));
        assertThat(then(without, NOW, later).promise().start()).isEqualTo("2027-01-01");
    }

    private static ReviseCommitment titled(Asker by, @Nullable String title) {
        return new ReviseCommitment(by, title, null, null, null, null, null);
    }

    private static ReviseCommitment dated(@Nullable LocalDate start, @Nullable LocalDate end) {
        return new ReviseCommitment(LEAD, null, null, start, end, null, null);
    }

    private static ReviseCommitment supported(PartnerId... by) {
        return new ReviseCommitment(LEAD, null, null, null, null, List.of(by), null);
    }

    private List<CommitmentEvent> decided(ReviseCommitment command) {
        return Deciding.decide(commitment, command, NOW, HealthRules.DEFAULT);
    }

    private Promise revised(ReviseCommitment command) {
        return then(commitment, NOW, command).promise();
    }
}
