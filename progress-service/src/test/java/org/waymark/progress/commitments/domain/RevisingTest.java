package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.END;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.fold;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class RevisingTest {

    private final Commitment commitment = aCommitment()
            .titled("Corridors")
            .described("Between two countries.")
            .supportedBy(UNICEF)
            .dueOn("2026-06-30")
            .standing();

    @Test
    void records_all_that_can_change_and_leaves_the_rest_as_it_is() {
        var events = commitment.revise(new ReviseCommitment(IOM, "Safe corridors", null, null, null));

        assertThat(events)
                .containsExactly(new CommitmentRevised(IOM, "Safe corridors", "Between two countries.", START, END));
        Commitment after = fold(commitment, events);
        assertThat(after.promise().title()).isEqualTo("Safe corridors");
        assertThat(after.milestones()).isEqualTo(commitment.milestones());
        assertThat(after.health()).isEqualTo(commitment.health());
    }

    @Test
    void changes_each_field_alone() {
        assertThat(revised(new ReviseCommitment(IOM, null, "Between three.", null, null))
                        .description())
                .isEqualTo("Between three.");
        assertThat(revised(new ReviseCommitment(IOM, null, null, START.plusDays(1), null))
                        .start())
                .isEqualTo(START.plusDays(1));
        assertThat(revised(new ReviseCommitment(IOM, null, null, null, END.plusDays(1)))
                        .end())
                .isEqualTo(END.plusDays(1));
    }

    @Test
    void records_nothing_where_nothing_changes() {
        assertThat(commitment.revise(new ReviseCommitment(IOM, null, null, null, null)))
                .isEmpty();
        assertThat(commitment.revise(new ReviseCommitment(IOM, "Corridors", null, START, END)))
                .isEmpty();
    }

    @Test
    void is_the_lead_partners_alone() {
        assertRefused(
                Kind.NOT_YOURS,
                "commitment",
                () -> commitment.revise(new ReviseCommitment(UNICEF, "Mine", null, null, null)));
        assertRefused(
                Kind.NOT_YOURS,
                "commitment",
                () -> commitment.revise(new ReviseCommitment(STRANGER, "Mine", null, null, null)));
    }

    @Test
    void rejects_dates_that_do_not_fit() {
        assertRefused(
                Kind.INVALID,
                "end",
                () -> commitment.revise(new ReviseCommitment(IOM, null, null, null, START.minusDays(1))));
        assertRefused(
                Kind.INVALID,
                "milestones[0].due",
                () -> commitment.revise(new ReviseCommitment(IOM, null, null, START.plusYears(1), null)));
    }

    private Promise revised(ReviseCommitment command) {
        return fold(commitment, commitment.revise(command)).promise();
    }
}
