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
    public State stateOf(String commitment, String update, String file) {
        // asked first: a draft goes only after what it became stands
        boolean drafted =
                drafts.find(update).filter(draft -> !draft.isSubmitted()).isPresent();
        return commitments
                .update(new CommitmentId(commitment), update)
                .filter(standing -> standing.report().files().contains(file))
                .map(standing -> State.PUBLISHED)
                .orElse(drafted ? State.DRAFT : State.ABSENT);
    }
}
