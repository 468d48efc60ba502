package org.waymark.progress.evidence;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.directory.Directory;

/** Asks the directory, as far as it is known to be current: a term that has ended shows no more private files. */
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
        Instant now = clock.instant();
        return !directory.isShutOut(organization)
                && chairs(organization, commitment, now)
                && directory.isConfirmed(now);
    }

    private boolean chairs(String organization, String commitment, Instant now) {
        return commitments
                .find(new CommitmentId(commitment))
                .map(one -> one.commitment().promise().group().value())
                .filter(directory.chairedBy(organization, now)::contains)
                .isPresent();
    }
}
