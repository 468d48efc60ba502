package org.waymark.progress.evidence;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;
import org.waymark.progress.evidence.Entry.Claim;

/** Claims files for updates, and finds out later whether the updates came to stand. */
@Component
class Claiming implements EvidenceFiles {

    /** Bounds the document; who reports more often uploads the file again. */
    private static final int MOST_NAMINGS = 500;

    /** A read waits for no more; the sweep looks into all. */
    private static final int MOST_FOR_A_READ = 20;

    private final Entries entries;
    private final NamingUpdates updates;
    private final Clock clock;

    Claiming(Entries entries, NamingUpdates updates, Clock clock) {
        this.entries = entries;
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public Optional<EvidenceFile> find(String id) {
        return entries.find(id).map(Entry::file);
    }

    @Override
    public Set<String> claim(Collection<String> ids, String organization, String commitment, String update) {
        Set<String> missing = new LinkedHashSet<>();
        Claim claim = new Claim(commitment, update);
        for (String id : new HashSet<>(ids)) {
            Optional<Entry> own =
                    entries.find(id).filter(entry -> entry.file().organization().equals(organization));
            if (own.isEmpty() || !claim(own.get(), claim)) {
                missing.add(id);
            }
        }
        return missing;
    }

    @Override
    public void published(Collection<String> ids, String commitment, String update) {
        Claim claim = new Claim(commitment, update);
        new HashSet<>(ids).forEach(id -> entries.publish(id, claim));
    }

    private boolean claim(Entry entry, Claim claim) {
        if (entry.published().contains(claim.commitment())) {
            return true; // what is published stays, and so does the file
        }
        if (entry.published().size() + entry.claims().size() >= MOST_NAMINGS) {
            throw Problem.conflict("evidence-named-too-often", "Too many updates name this file; upload it once more.");
        }
        return entries.claim(entry.file().id(), claim, clock.instant());
    }

    /** The entry after its claims were looked into; those that came true are remembered. */
    Entry lookedInto(Entry entry) {
        return lookedInto(entry, entry.claims());
    }

    /** The same, but of its newest claims alone: anybody may read, as often as they like. */
    Entry lookedIntoForARead(Entry entry) {
        List<Claim> claims = entry.claims();
        return lookedInto(entry, claims.subList(Math.max(0, claims.size() - MOST_FOR_A_READ), claims.size()));
    }

    private Entry lookedInto(Entry entry, List<Claim> claims) {
        boolean found = false;
        for (Claim claim : claims) {
            if (is(NamingUpdates.State.PUBLISHED, claim, entry)) {
                entries.publish(entry.file().id(), claim);
                found = true;
            }
        }
        return found ? entries.find(entry.file().id()).orElse(entry) : entry;
    }

    /** Those of its claims whose updates may still be published. */
    List<Claim> drafts(Entry entry) {
        return entry.claims().stream()
                .filter(claim -> is(NamingUpdates.State.DRAFT, claim, entry))
                .toList();
    }

    private boolean is(NamingUpdates.State state, Claim claim, Entry entry) {
        return updates.stateOf(claim.commitment(), claim.update(), entry.file().id()) == state;
    }
}
