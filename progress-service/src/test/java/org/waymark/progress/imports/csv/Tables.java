package org.waymark.progress.imports.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.waymark.progress.imports.csv.CsvEntry.Described;
import org.waymark.progress.imports.csv.CsvEntry.Remark;
import org.waymark.progress.imports.csv.CsvEntry.Unusable;
import org.waymark.progress.imports.reading.Skipped;

/** Small tables, and how they are read to the end. */
final class Tables {

    private Tables() {}

    static List<CsvEntry> read(String table) {
        return read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    static List<CsvEntry> read(InputStream in) {
        var entries = new ArrayList<CsvEntry>();
        var commitments = CsvCommitments.open(in, null);
        for (var entry = commitments.next(); entry != null; entry = commitments.next()) {
            entries.add(entry);
        }
        return entries;
    }

    /** Of Waymark's own shape: the columns every row has, with those named here, and a row each of values. */
    static String own(String columns, String... rows) {
        var table = new StringBuilder("organization,commitment,title,start,level," + columns + "\n");
        for (var row : rows) {
            table.append("XM-DAC-47066,C1,Fair recruitment,2026-01-01,global,")
                    .append(row)
                    .append('\n');
        }
        return table.toString();
    }

    static CsvCommitment only(String table) {
        return commitments(read(table)).getFirst();
    }

    static List<CsvCommitment> commitments(List<CsvEntry> entries) {
        return entries.stream()
                .filter(Described.class::isInstance)
                .map(entry -> ((Described) entry).commitment())
                .toList();
    }

    /** All that is said, in the order of the table. */
    static List<Skipped> notes(List<CsvEntry> entries) {
        var notes = new ArrayList<Skipped>();
        for (var entry : entries) {
            switch (entry) {
                case Described described -> notes.addAll(described.commitment().notes());
                case Unusable unusable -> notes.add(unusable.note());
                case Remark remark -> notes.add(remark.note());
            }
        }
        return notes;
    }

    static List<Skipped> notes(String table) {
        return notes(read(table));
    }
}
