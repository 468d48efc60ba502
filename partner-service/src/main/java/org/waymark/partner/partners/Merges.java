package org.waymark.partner.partners;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.waymark.edge.Problem;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Outcome;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;

/** Merges a partner into the one it turned out to be, and finds the one that stands for it. */
final class Merges {

    private final Aggregates<Partner> partners;
    private final Survivors survivors;
    private final Lock oneAtATime = new ReentrantLock();

    Merges(Aggregates<Partner> partners) {
        this.partners = partners;
        this.survivors = new Survivors(partners::find);
    }

    /**
     * One at a time, so that two cannot be merged into each other.
     *
     * @throws Problem 404, 409
     */
    Stored<Partner> merge(String id, String ifMatch, Sender sender, PartnerId into) {
        oneAtATime.lock();
        try {
            partners.get(id);
            Stored<Partner> other = partners.find(into.toString())
                    .orElseThrow(() -> Problem.invalid("into", "There is no such partner."));
            return partners.change(id, ifMatch, sender, before -> merged(id, before, survivor(other.id())));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Outcome<Partner> merged(String id, Partner before, Stored<Partner> survivor) {
        PartnerId into = before.standing().mergedInto();
        if (into != null && survivor(into.toString()).id().equals(survivor.id())) {
            return new Outcome<>(before, List.of());
        }
        PartnerId survivorId = new PartnerId(UUID.fromString(survivor.id()));
        List<PartnerEvent> events = before.mergeInto(new PartnerId(UUID.fromString(id)), survivorId, survivor.value());
        return new Outcome<>(events.getLast().partner(), Partners.published(events));
    }

    /**
     * The partner that stands for it: itself, unless it was merged.
     *
     * @throws Problem 404
     */
    Stored<Partner> survivor(String id) {
        return partners.get(survivors.of(id));
    }
}
