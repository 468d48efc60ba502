package org.waymark.progress.imports.csv;

import org.waymark.progress.imports.reading.Skipped;

/** What a table holds, one after the other. */
public sealed interface CsvEntry {

    /** Rows that ought to be a commitment and cannot be one. */
    record Unusable(Skipped note) implements CsvEntry {}

    /** A remark on a column, or on a row that is left out. */
    record Remark(Skipped note) implements CsvEntry {}

    /** Rows that describe a commitment. */
    record Described(CsvCommitment commitment) implements CsvEntry {}
}
