package org.waymark.progress.imports.csv;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;
import org.waymark.progress.imports.csv.CsvEntry.Remark;
import org.waymark.progress.imports.reading.FileRefused;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Skipped;

/** The commitments of one table, one after the other, with never more than one in memory. */
public final class CsvCommitments {

    private static final int MOST_COMMITMENTS = 100_000;
    private static final int MOST_ROWS = 2_000;

    private final CsvRows rows;
    private final Mapping mapping;
    private final Deque<CsvEntry> ready = new ArrayDeque<>();
    private final Map<UUID, Integer> seen = new HashMap<>();

    private @Nullable CsvRow ahead;

    private CsvCommitments(CsvRows rows, Mapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
        ready.addAll(remarksOnColumns());
        ahead = rows.next();
    }

    /**
     * Reads the header and the first row. The stream stays the caller's to close.
     *
     * @param mapping its name; null to let the header decide
     * @throws FileRefused also from {@link #next()}
     * @throws java.io.UncheckedIOException where the stream itself fails, also from {@link #next()}
     */
    public static CsvCommitments open(InputStream in, @Nullable String mapping) {
        var rows = new CsvRows(in);
        return new CsvCommitments(rows, Mappings.choose(mapping, rows.header()));
    }

    /** By which tables of this shape are known. */
    public String mapping() {
        return mapping.name();
    }

    /** The next commitment, or what is to be said before it; null after the last. */
    public @Nullable CsvEntry next() {
        while (ready.isEmpty() && ahead != null) {
            readTogether(ahead);
        }
        return ready.poll();
    }

    private List<Remark> remarksOnColumns() {
        return rows.header().stream()
                .filter(column -> !column.isEmpty() && !mapping.columns().containsKey(column))
                .map(column -> new Remark(new Skipped(
                        1,
                        "column " + Quote.of(column),
                        mapping.leftOut()
                                .getOrDefault(column, "the mapping " + mapping.name() + " knows no such column"))))
                .toList();
    }

    /** The rows from this one on that are of the same commitment. */
    private void readTogether(CsvRow first) {
        var key = key(first);
        if (key == null) {
            remark(first.line(), "row", "it names no commitment");
            ahead = rows.next();
            return;
        }
        var together = new ArrayList<CsvRow>();
        for (var row = ahead; row != null && key.equals(key(row)); row = ahead) {
            if (together.size() == MOST_ROWS) {
                throw new FileRefused(row.line(), "A commitment has more than " + MOST_ROWS + " rows.");
            }
            if (isWhole(row)) {
                together.add(row);
            }
            ahead = rows.next();
        }
        if (!together.isEmpty()) {
            add(key, together);
        }
    }

    private void add(String key, List<CsvRow> together) {
        var line = together.getFirst().line();
        var before = seen.putIfAbsent(Uuids.of(key), line);
        if (before != null) {
            remark(
                    line,
                    together.size() + " rows of commitment " + Quote.of(key),
                    "they stand apart from its other rows, which begin on line " + before
                            + ": sort the table by commitment");
        } else if (seen.size() > MOST_COMMITMENTS) {
            throw new FileRefused(line, "More than " + MOST_COMMITMENTS + " commitments in one table: split it.");
        } else {
            ready.addAll(new CommitmentReading(new Cells(mapping, together), key).entries());
        }
    }

    /** A row with a cell too many or too few has its values under the wrong columns. */
    private boolean isWhole(CsvRow row) {
        var columns = rows.header().size();
        if (row.fields() != columns) {
            remark(row.line(), "row", "it has " + row.fields() + " cells under " + columns + " columns");
        }
        return row.fields() == columns;
    }

    private @Nullable String key(CsvRow row) {
        return Cells.fill(mapping, Field.KEY, row);
    }

    private void remark(int line, String what, String why) {
        ready.add(new Remark(new Skipped(line, what, why)));
    }
}
