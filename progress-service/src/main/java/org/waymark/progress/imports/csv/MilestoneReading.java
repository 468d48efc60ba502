package org.waymark.progress.imports.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.csv.CsvCommitment.Milestone;
import org.waymark.progress.imports.reading.Quote;

/** The milestones of a commitment; the rows of one need not stand together. */
record MilestoneReading(Cells cells) {

    private static final int HEAVIEST = 1_000;

    List<Milestone> milestones() {
        var milestones = new ArrayList<Milestone>();
        for (var rows : Parts.of(cells, Field.MILESTONE_KEY, Field.MILESTONE)) {
            var milestone = milestone(rows);
            if (milestone != null) {
                milestones.add(milestone);
            }
        }
        return milestones;
    }

    private @Nullable Milestone milestone(List<CsvRow> rows) {
        var title = cells.first(Field.MILESTONE, rows);
        var due = rows.stream()
                .map(row -> due(row, title))
                .filter(Objects::nonNull)
                .max((one, other) -> one.last().compareTo(other.last()))
                .orElse(null);
        if (title == null || due == null) {
            note(rows.getFirst(), title, title == null ? "it has no title" : "it names no day on which it is due");
            return null;
        }
        return new Milestone(title, due.last(), weight(rows, title));
    }

    private @Nullable Span due(CsvRow row, @Nullable String title) {
        var raw = cells.of(row, Field.MILESTONE_DUE);
        var due = raw == null ? null : Span.read(raw);
        if (raw != null && due == null) {
            note(row, title, Quote.of(raw) + " " + DateReading.NO_DATE);
        }
        return due;
    }

    private int weight(List<CsvRow> rows, String title) {
        var raw = cells.first(Field.MILESTONE_WEIGHT, rows);
        if (raw == null) {
            return 1;
        }
        if (raw.matches("[1-9]\\d{0,3}") && Integer.parseInt(raw) <= HEAVIEST) {
            return Integer.parseInt(raw);
        }
        note(rows.getFirst(), title, "its weight " + Quote.of(raw) + " is no whole number from 1 to 1000; 1 is taken");
        return 1;
    }

    private void note(CsvRow row, @Nullable String title, String why) {
        cells.note(row.line(), "milestone " + Quote.of(title), why);
    }
}
