package org.waymark.progress.imports.csv;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.csv.CommitmentReading.Missing;
import org.waymark.progress.imports.reading.Quote;

/** When a commitment begins and ends. */
record DateReading(Cells cells, String key) {

    static final String NO_DATE = "is no date such as 2026-12-31, 2026-12 or 2026";

    /** What it names, else the earliest of its dates: a promise is no younger than what is due by it. */
    LocalDate start() {
        var named = cells.first(Field.START);
        var start = named == null ? earliest() : Span.read(named);
        if (start == null) {
            throw new Missing(
                    named == null
                            ? "it names no start, and no other date to take for one"
                            : "its start " + Quote.of(named) + " " + NO_DATE);
        }
        var instead = named == null
                ? "the table names none; this is the earliest of its dates"
                : cells.insteadOf(Field.START);
        if (instead != null) {
            note("start " + start.first(), instead);
        }
        return start.first();
    }

    private @Nullable Span earliest() {
        return cells.rows().stream()
                .flatMap(row -> Stream.of(Field.MILESTONE_DUE, Field.PERIOD_START, Field.PERIOD_END)
                        .map(field -> cells.of(row, field)))
                .filter(Objects::nonNull)
                .map(Span::read)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Span::first))
                .orElse(null);
    }

    @Nullable
    LocalDate end() {
        var named = cells.first(Field.END);
        var end = named == null ? null : Span.read(named);
        if (named != null && end == null) {
            note("end " + Quote.of(named), "it " + NO_DATE);
        }
        return end == null ? null : end.last();
    }

    private void note(String what, String why) {
        cells.note(cells.line(), what + " of commitment " + Quote.of(key), why);
    }
}
