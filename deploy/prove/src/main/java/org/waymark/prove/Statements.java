package org.waymark.prove;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was reported of one period, in the order of the days spoken of. The last stands. */
final class Statements {

    private final LocalDate added;
    private final List<Statement> said = new ArrayList<>();

    /**
     * @param of the day it speaks of
     * @param from the day from which it holds
     */
    private record Statement(LocalDate of, LocalDate from, BigDecimal value) {}

    /** @param added the day of the period's addition, before which nothing holds */
    Statements(LocalDate added) {
        this.added = added;
    }

    /** It came with the period itself; whatever is reported speaks of a later time. */
    void given(BigDecimal value) {
        said.add(new Statement(LocalDate.MIN, added, value));
    }

    /** It stands: what holds from that day or a later one holds no more. */
    void reported(LocalDate of, BigDecimal value) {
        Statement statement = new Statement(of, holds(of), value);
        said.removeIf(one -> !one.from().isBefore(statement.from()));
        said.add(statement);
    }

    /** Something is known of a later day, so it holds until the next only. */
    void outdated(LocalDate of, BigDecimal value) {
        said.removeIf(one -> one.of().equals(of));
        int place = (int) said.stream().filter(one -> one.of().isBefore(of)).count();
        said.add(place, new Statement(of, holds(of), value));
    }

    /** @param value null where it was no number */
    void corrected(LocalDate recorded, @Nullable BigDecimal value) {
        if (value == null) {
            said.clear();
        } else if (said.isEmpty()) {
            said.add(new Statement(recorded, holds(recorded), value));
        } else {
            Statement wrong = said.removeLast();
            said.add(new Statement(wrong.of(), wrong.from(), value));
        }
    }

    /** @param before what stands again; null for nothing */
    void retracted(LocalDate recorded, @Nullable BigDecimal before) {
        Statement fallen = said.isEmpty() ? null : said.removeLast();
        if (before == null) {
            said.clear();
        } else if (said.isEmpty() || said.getLast().value().compareTo(before) != 0) {
            LocalDate day = fallen == null ? recorded : fallen.of();
            said.add(new Statement(day, fallen == null ? holds(recorded) : fallen.from(), before));
        }
    }

    /** Null where none is known. */
    @Nullable
    BigDecimal on(LocalDate day) {
        return said.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Statement::value)
                .orElse(null);
    }

    private LocalDate holds(LocalDate of) {
        return of.isBefore(added) ? added : of;
    }
}
