package org.waymark.progress.imports;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.csv.CsvCommitment;
import org.waymark.progress.imports.csv.CsvCommitments;
import org.waymark.progress.imports.csv.CsvEntry;
import org.waymark.progress.imports.reading.Quote;

/** A table: its rows are commitments of the organizations they name. */
final class CsvFile implements ImportFile {

    private final CsvCommitments commitments;

    private CsvFile(CsvCommitments commitments) {
        this.commitments = commitments;
    }

    /** @param mapping which column is what, by name; null to let the header decide */
    static CsvFile open(InputStream in, @Nullable String mapping) {
        return new CsvFile(CsvCommitments.open(in, mapping));
    }

    @Override
    public @Nullable Entry next() {
        return switch (commitments.next()) {
            case null -> null;
            case CsvEntry.Described described -> candidate(described.commitment());
            case CsvEntry.Unusable unusable -> new Entry.Unusable(unusable.note());
            case CsvEntry.Remark remark -> new Entry.Remark(remark.note());
        };
    }

    private Entry candidate(CsvCommitment commitment) {
        return new Entry.Candidate(
                commitment.line(),
                "commitment " + Quote.of(commitment.key()),
                TableMapping.partner(commitment.lead().ref()),
                "csv:" + commitments.mapping() + ":" + commitment.key(),
                commitment.notes(),
                id -> TableMapping.commitment(commitment, id));
    }

    @Override
    public void close() {}
}
