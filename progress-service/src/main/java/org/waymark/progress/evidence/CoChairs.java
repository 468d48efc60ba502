package org.waymark.progress.evidence;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.directory.Directory;

/** Asks the directory. */
@Component
class CoChairs implements Reviewers {

    private final Commitments commitments;
    private final Directory directory;
    private final Clock clock;

    CoChairs(Commitments commitments, Directory directory, Clock clock) {
        this.commitments = commitments;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public boolean mayReview(String organization, String commitment) {
        return commitments
                .find(new CommitmentId(commitment))
                .map(one -> one.commitment().promise().group().value())
                .filter(directory.chairedBy(organization, clock.instant())::contains)
                .isPresent();
    }
}
