package org.waymark.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.UseCases;
import org.waymark.progress.commitments.domain.CommitmentId;

class CoChairsTest {

    private final UseCases world = new UseCases();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private final Reviewers reviewers = new CoChairs(world.commitments, world.directory, clock);
    private final CommitmentId commitment = aChairedCommitment();

    @Test
    void whoever_chairs_the_group_reviews() {
        assertThat(reviewers.mayReview(UNICEF.value(), commitment.value())).isTrue();
        assertThat(reviewers.mayReview(IOM.value(), commitment.value())).isFalse();
    }

    @Test
    void an_organization_that_is_shut_out_does_not() {
        world.directory.shutOut(UNICEF.value());

        assertThat(reviewers.mayReview(UNICEF.value(), commitment.value())).isFalse();
    }

    @Test
    void nobody_does_while_a_term_may_have_ended_unheard() {
        world.directory.isNotConfirmed();

        assertThat(reviewers.mayReview(UNICEF.value(), commitment.value())).isFalse();
    }

    private CommitmentId aChairedCommitment() {
        world.service.submit(partner(IOM), IOM, "k1", none -> aCommitment().command());
        CommitmentId id = CommitmentService.idOf(IOM, "k1");
        String group = world.commitments
                .find(id)
                .orElseThrow()
                .commitment()
                .promise()
                .group()
                .value();
        world.directory.chairs(UNICEF.value(), group, "2026-01-01", "2026-12-31");
        return id;
    }
}
