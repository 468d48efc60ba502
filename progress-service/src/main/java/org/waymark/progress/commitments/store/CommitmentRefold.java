package org.waymark.progress.commitments.store;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.AggregateStore.Refold;
import org.waymark.platform.AggregateStore.Refolded;
import org.waymark.platform.Event;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.Folding;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.wire.EventReading;

/**
 * How what the topic knows of a commitment and a restored store does not becomes part of it again: through the same
 * folding as when it was decided, at the moment it was recorded.
 */
record CommitmentRefold(EventReading wire, HealthRules rules) implements Refold {

    @Override
    public boolean concerns(String type) {
        return type.startsWith("org.waymark.commitment.");
    }

    /** What created it cannot be told, since texts are part of a body's digest. */
    @Override
    public Refolded apply(@Nullable Document state, Event event) {
        Commitment before = state == null ? null : CommitmentDocuments.read(state);
        CommitmentEvent happened = wire.read(event, before == null ? null : before.promise());
        Commitment after = Folding.after(before, happened, event.time(), rules);
        return new Refolded(
                CommitmentDocuments.write(after),
                Deciding.nextDue(after, event.time(), rules).orElse(null),
                Memo.refolded(happened),
                null);
    }
}
