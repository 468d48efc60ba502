package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.EventFixture.update;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.dashboard.domain.CommitmentEvents.OfUpdate;
import org.waymark.progress.dashboard.domain.UpdateFold.Said;
import org.waymark.progress.dashboard.domain.UpdateRow.ReviewStep;

class UpdateFoldTest {

    private static final Instant RECORDED = noonOf("2026-03-01");

    private long sequence = 1;

    @Test
    void a_report_makes_a_row() {
        assertThat(rowOf("u1", update("u1").reported()))
                .isEqualTo(new UpdateRow("u1", "c1", "iom", 2, 2, 1, "submitted", List.of()));
    }

    @Test
    void the_conversation_about_it_is_told_in_order() {
        UpdateRow row = rowOf(
                "u1",
                update("u1").reported(),
                update("u1").returned(),
                update("u1").answered(),
                update("u1").again(2),
                update("u1").verified());

        assertThat(row)
                .isEqualTo(new UpdateRow(
                        "u1",
                        "c1",
                        "iom",
                        2,
                        5,
                        2,
                        "verified",
                        List.of(
                                new ReviewStep(3, "returned", "ilo", RECORDED),
                                new ReviewStep(4, "answered", "iom", RECORDED),
                                new ReviewStep(5, "resubmitted", "iom", RECORDED),
                                new ReviewStep(6, "verified", "ilo", RECORDED))));
    }

    @Test
    void an_answer_leaves_it_returned() {
        UpdateRow row = rowOf(
                "u1",
                update("u1").reported(),
                update("u1").returned(),
                update("u1").answered());

        assertThat(row.status()).isEqualTo("returned");
        assertThat(row.sequence()).isEqualTo(2);
    }

    @Test
    void one_that_takes_anothers_place_supersedes_that_and_stands_itself() {
        OfUpdate first = update("u1").reported();
        OfUpdate second = update("u2").insteadOf("u1").reported();

        UpdateRow replaced = rowOf("u1", first, second);
        sequence = 2;
        UpdateRow standing = rowOf("u2", second);

        assertThat(new Said("c1", 3, RECORDED, second).updates()).containsExactly("u2", "u1");
        assertThat(replaced.status()).isEqualTo("superseded");
        assertThat(replaced.sequence()).isEqualTo(2);
        assertThat(replaced.review()).containsExactly(new ReviewStep(3, "superseded", "iom", RECORDED));
        assertThat(standing).isEqualTo(new UpdateRow("u2", "c1", "iom", 3, 3, 1, "submitted", List.of()));
    }

    @Test
    void a_review_of_what_was_reported_before_there_were_rows_makes_none() {
        assertThat(fold("u1", null, update("u1").returned())).isNull();
        assertThat(fold("u1", null, update("u2").insteadOf("u1").reported())).isNull();
    }

    private UpdateRow rowOf(String id, OfUpdate... events) {
        UpdateRow row = null;
        for (OfUpdate event : events) {
            row = fold(id, row, event);
        }
        return Objects.requireNonNull(row);
    }

    private @Nullable UpdateRow fold(String id, @Nullable UpdateRow before, OfUpdate event) {
        sequence++;
        return UpdateFold.apply(id, before, new Said("c1", sequence, RECORDED, event));
    }
}
