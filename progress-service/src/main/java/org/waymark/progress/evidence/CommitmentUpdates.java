package org.waymark.progress.evidence;

import org.springframework.stereotype.Component;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.domain.CommitmentId;

/** Asks the commitments themselves. */
@Component
class CommitmentUpdates implements NamingUpdates {

    private final Commitments commitments;

    CommitmentUpdates(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public State stateOf(String commitment, String update) {
        boolean stands =
                commitments.update(new CommitmentId(commitment), update).isPresent();
        return stands ? State.PUBLISHED : State.ABSENT;
    }
}
