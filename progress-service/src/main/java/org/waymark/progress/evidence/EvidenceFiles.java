package org.waymark.progress.evidence;

import java.util.Optional;
import org.waymark.progress.commitments.EvidenceClaims;

/** The files, as the commands that name them need them. */
public interface EvidenceFiles extends EvidenceClaims {

    /** Whoever may see it; the caller decides whom to tell. */
    Optional<EvidenceFile> find(String id);
}
