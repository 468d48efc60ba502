package org.waymark.progress.commitments;

import java.util.Collection;
import java.util.Set;

/** Keeps the files that an update names. */
public interface EvidenceClaims {

    /**
     * Keeps these files for an update that is about to be stored; called right before the write that names them, again
     * with every repetition of it. If the update is not stored after all, nothing needs to be undone.
     *
     * @param organization that reports; it can name only files of its own
     * @return the ids under which it has no file; an update that names one of them must be refused
     * @throws org.waymark.edge.Problem 409 where too many updates name one file
     */
    Set<String> claim(Collection<String> ids, String organization, String commitment, String update);

    /** Told once the update stands. Where a crash keeps this from being told, the files find it out by asking. */
    void published(Collection<String> ids, String commitment, String update);
}
