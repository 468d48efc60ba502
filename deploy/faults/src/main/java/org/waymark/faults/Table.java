package org.waymark.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.faults.Run.Outcome;
import org.waymark.faults.Verdict.Wrong;

/** Point by point: how often it was tried, and what it cost. */
final class Table {

    private static final String ROW = "%-38s %5s %8s %12s %6s %8s %11s %9s%n";

    /** Sums of one point; {@code reached} of its runs died just there. */
    private record Row(
            long runs, long reached, long acknowledged, long lost, long doubled, long misordered, long invented) {

        Row plus(Row other) {
            return new Row(
                    runs + other.runs,
                    reached + other.reached,
                    acknowledged + other.acknowledged,
                    lost + other.lost,
                    doubled + other.doubled,
                    misordered + other.misordered,
                    invented + other.invented);
        }

        String print(String title) {
            return ROW.formatted(title, runs, reached, acknowledged, lost, doubled, misordered, invented);
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();

    void add(Outcome outcome) {
        Verdict verdict = outcome.verdict();
        Row row = new Row(
                1,
                outcome.atPoint() ? 1 : 0,
                outcome.acknowledged(),
                verdict.count(Wrong.LOST),
                verdict.count(Wrong.DOUBLED),
                verdict.count(Wrong.MISORDERED),
                verdict.count(Wrong.INVENTED));
        rows.merge(outcome.plan().fault().title(), row, Row::plus);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                ROW.formatted("point", "runs", "reached", "acknowledged", "lost", "doubled", "misordered", "invented"));
        rows.forEach((title, row) -> text.append(row.print(title)));
        return text.append(rows.values().stream()
                        .reduce(new Row(0, 0, 0, 0, 0, 0, 0), Row::plus)
                        .print("all"))
                .toString();
    }
}
