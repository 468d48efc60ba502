package org.waymark.progress.commitments;

import org.springframework.stereotype.Component;
import org.waymark.platform.Problem;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.UpdateId;

/** What an update may name as evidence. */
@Component
class EvidenceRules {

    void claim(PartnerId partner, CommitmentId commitment, UpdateId update, Report report) {
        if (!report.files().isEmpty()) {
            throw Problem.invalid("evidence", "Files cannot be named yet.");
        }
    }
}
