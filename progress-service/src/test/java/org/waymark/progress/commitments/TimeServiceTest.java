package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;

import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSilent;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.CommitmentFixture;
import org.waymark.progress.commitments.domain.CommitmentId;

class TimeServiceTest {

    private final UseCases world = new UseCases();

    @Test
    void what_has_come_is_recorded_once_and_nothing_before() {
        CommitmentId id = submit(aCommitment().dueOn("2026-12-31"));
        world.itIs("2026-12-31T23:59:59Z");
        world.time.record();
        assertThat(world.commitments.events(id)).hasSize(1);

        world.itIs("2027-01-01T00:00:00Z");
        world.time.record();
        world.time.record();

        assertThat(world.commitments.events(id)).hasSize(2).last().isInstanceOf(MilestoneOverdue.class);
    }

    @Test
    void what_came_while_nothing_ran_is_recorded_together() {
        CommitmentId id = submit(aCommitment().dueOn("2026-12-31"));

        world.itIs("2027-06-01T00:00:00Z");
        world.time.record();

        assertThat(world.commitments.events(id)).hasSize(3).last().isInstanceOf(CommitmentSilent.class);
    }

    @Test
    void one_commitment_that_fails_keeps_no_other_waiting() {
        CommitmentId broken = submit(aCommitment().dueOn("2026-12-31"));
        CommitmentId other = submit(aCommitment().dueOn("2026-12-31"));
        CommitmentId first = broken.value().compareTo(other.value()) < 0 ? broken : other;
        CommitmentId second = first.equals(broken) ? other : broken;
        world.commitments.failFor(first);

        world.itIs("2027-01-01T00:00:00Z");
        world.time.record();

        assertThat(world.commitments.events(first)).hasSize(1);
        assertThat(world.commitments.events(second)).hasSize(2);
    }

    @Test
    void a_store_that_is_away_is_asked_again_the_next_time() {
        CommitmentId id = submit(aCommitment().dueOn("2026-12-31"));
        world.itIs("2027-01-01T00:00:00Z");
        world.commitments.isAway(true);
        world.time.record();
        world.commitments.isAway(false);

        world.time.record();

        assertThat(world.commitments.events(id)).hasSize(2);
    }

    private CommitmentId submit(CommitmentFixture commitment) {
        return world.service
                .submit(partner(IOM), IOM, null, id -> commitment.command())
                .standing()
                .id();
    }
}
