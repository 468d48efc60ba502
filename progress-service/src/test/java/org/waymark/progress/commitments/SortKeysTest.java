package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.CommitmentQuery.Order;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;

class SortKeysTest {

    @Test
    void titles_sort_whatever_their_case_by_their_beginning() {
        assertThat(key(aCommitment().titled("ÉCOLES pour Tous").standing(), Order.TITLE))
                .isEqualTo("écoles pour tous");
        assertThat(key(aCommitment().titled("A".repeat(300)).standing(), Order.TITLE))
                .isEqualTo("a".repeat(100));
    }

    @Test
    void a_title_is_not_cut_within_a_character() {
        String cut = key(
                aCommitment().titled("A".repeat(99) + "\uD83D\uDE00 and more").standing(), Order.TITLE);
        String whole = key(
                aCommitment().titled("A".repeat(98) + "\uD83D\uDE00 and more").standing(), Order.TITLE);

        assertThat(cut).isEqualTo("a".repeat(99));
        assertThat(whole).isEqualTo("a".repeat(98) + "\uD83D\uDE00");
    }

    @Test
    void what_has_no_end_sorts_behind_every_end() {
        String endless = key(aCommitment().until(null).standing(), Order.END);

        assertThat(key(aCommitment().standing(), Order.END))
                .isEqualTo("2027-12-31")
                .isLessThan(endless);
    }

    @Test
    void the_open_milestone_that_is_due_first_counts_and_none_sorts_last() {
        Commitment two = aCommitment().dueOn("2027-01-31", "2026-10-31").standing();
        Commitment one = then(
                two,
                noonOf("2026-10-30"),
                new ReportProgress(
                        update(1),
                        IOM,
                        aReport().claiming(milestone(2), "2026-10-30").report(),
                        null));

        assertThat(key(two, Order.DUE)).isEqualTo("2026-10-31");
        assertThat(key(one, Order.DUE)).isEqualTo("2027-01-31");
        assertThat(key(aCommitment().standing(), Order.DUE)).isGreaterThan("2200-12-31");
    }

    @Test
    void whoever_was_heard_earlier_sorts_first() {
        String early =
                key(aCommitment().submittedAt(Instant.EPOCH.plusMillis(5)).standing(), Order.HEARD);
        String late = key(aCommitment().standing(), Order.HEARD);

        assertThat(early).isEqualTo("000000000000005").isLessThan(late);
    }

    @Test
    void starts_sort_by_their_day_and_ids_by_themselves() {
        Commitment commitment = aCommitment().standing();

        assertThat(key(commitment, Order.START)).isEqualTo("2026-01-01");
        assertThatThrownBy(() -> key(commitment, Order.ID)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(Commitment commitment, Order order) {
        return SortKeys.of(commitment, order);
    }
}
