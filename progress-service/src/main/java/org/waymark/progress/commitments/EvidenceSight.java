package org.waymark.progress.commitments;

import java.util.Collection;
import java.util.Set;
import org.waymark.edge.Caller;

/** Knows who may read which files that updates name. */
public interface EvidenceSight {

    /** @return those of the files that are private and not for this caller, who must not learn their names either */
    Set<String> hidden(Collection<String> ids, Caller caller);
}
