package org.waymark.progress.imports.csv;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Skipped;

/** The rows of one commitment by the fields of its mapping, and what is to be said about them. */
final class Cells {

    private final Mapping mapping;
    private final List<CsvRow> rows;
    private final List<Skipped> notes = new ArrayList<>();

    Cells(Mapping mapping, List<CsvRow> rows) {
        this.mapping = mapping;
        this.rows = List.copyOf(rows);
    }

    List<CsvRow> rows() {
        return rows;
    }

    int line() {
        return rows.getFirst().line();
    }

    @Nullable
    String of(CsvRow row, Field field) {
        return fill(mapping, field, row);
    }

    static @Nullable String fill(Mapping mapping, Field field, CsvRow row) {
        return mapping.templates(field).stream()
                .map(template -> template.fill(row))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the first row that says something says; of rows that say something else it is noted. */
    @Nullable
    String first(Field field) {
        return first(field, rows);
    }

    @Nullable
    String first(Field field, List<CsvRow> among) {
        String first = null;
        for (var row : among) {
            var value = of(row, field);
            if (first == null) {
                first = value;
            } else if (value != null && !value.equals(first)) {
                note(row.line(), named(field) + " " + Quote.of(value), "an earlier row says " + Quote.of(first));
                return first;
            }
        }
        return first;
    }

    /** All templates that are filled, as lines; of the first row that fills any. */
    @Nullable
    String lines(Field field) {
        return rows.stream()
                .map(row -> mapping.templates(field).stream()
                        .map(template -> template.fill(row))
                        .filter(Objects::nonNull)
                        .collect(joining("\n")))
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** What is said of a field whose first choice is blank, so that another is taken; null where it is not. */
    @Nullable
    String insteadOf(Field field) {
        var filled = mapping.templates(field).stream()
                .filter(template -> rows.stream().anyMatch(row -> template.fill(row) != null))
                .toList();
        var wanted = mapping.templates(field).getFirst();
        return filled.getFirst().equals(wanted)
                ? null
                : filled.getFirst().columns() + " is taken, as " + wanted.columns() + " is blank";
    }

    static String named(Field field) {
        return Kebab.of(field).replace('-', ' ');
    }

    void note(int line, String what, String why) {
        notes.add(new Skipped(line, what, why));
    }

    List<Skipped> notes() {
        return notes;
    }
}
