package org.waymark.progress.evidence;

import org.springframework.stereotype.Component;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.Drafts;
import org.waymark.progress.commitments.domain.CommitmentId;

/** Asks the commitments themselves. */
@Component
class CommitmentUpdates implements NamingUpdates {

    private final Commitments commitments;
    private final Drafts drafts;

    CommitmentUpdates(Commitments commitments, Drafts drafts) {
        this.commitments = commitments;
        this.drafts = drafts;
    }

    @Override
    public State stateOf(String commitment, String update) {
        if (commitments.update(new CommitmentId(commitment), update).isPresent()) {
            return State.PUBLISHED;
        }
        return drafts.find(update).isPresent() ? State.DRAFT : State.ABSENT;
    }
}
