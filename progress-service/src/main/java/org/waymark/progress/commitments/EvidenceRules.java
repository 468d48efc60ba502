package org.waymark.progress.commitments;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.UpdateId;

/** An update names files of its own organization only; they are kept for it before it is stored. */
@Component
class EvidenceRules {

    private final EvidenceClaims files;

    EvidenceRules(EvidenceClaims files) {
        this.files = files;
    }

    /** Keeps what a draft names, as far as it is there; a draft need not be right. */
    void keep(String partner, String commitment, String update, List<String> ids) {
        if (!ids.isEmpty()) {
            files.claim(ids, partner, commitment, update);
        }
    }

    /** @throws Problem 400 with every file that the organization does not have */
    void claim(PartnerId partner, CommitmentId commitment, UpdateId update, Report report) {
        if (report.files().isEmpty()) {
            return;
        }
        Set<String> missing = files.claim(report.files(), partner.value(), commitment.value(), update.value());
        List<Report.Evidence> evidence = report.evidence();
        List<Problem.Field> fields = IntStream.range(0, evidence.size())
                .filter(i -> evidence.get(i).file() != null
                        && missing.contains(evidence.get(i).file()))
                .mapToObj(i -> new Problem.Field(
                        "evidence[" + i + "].fileId", "Your organization has no such file. Upload it first."))
                .toList();
        if (!fields.isEmpty()) {
            throw Problem.invalid(fields);
        }
    }

    /** The update stands, so that its files may be seen by whom they are for. */
    void published(CommitmentId commitment, UpdateId update, Report report) {
        if (!report.files().isEmpty()) {
            files.published(report.files(), commitment.value(), update.value());
        }
    }
}
