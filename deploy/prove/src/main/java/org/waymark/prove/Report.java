package org.waymark.prove;

import java.io.PrintStream;
import java.util.List;

/**
 * Whether topic and board agree.
 *
 * @param differences one line each
 * @param unknown what could not be found out, one line each
 */
public record Report(List<Row> rows, List<String> differences, List<String> unknown, List<String> notes) {

    private static final int SHOWN = 50;

    public Report {
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
    }

    /** How much of one kind was compared, and how much of it differs. */
    public record Row(String what, long compared, long differ) {}

    /** What came of it, with the code the program ends with. */
    public enum Outcome {
        AGREE(0, "topic and board agree"),
        DIFFER(1, "topic and board DIFFER"),
        UNKNOWN(2, "it could NOT be found out whether topic and board agree");

        public final int exitCode;
        private final String sentence;

        Outcome(int exitCode, String sentence) {
            this.exitCode = exitCode;
            this.sentence = sentence;
        }
    }

    public Outcome outcome() {
        if (!differences.isEmpty()) {
            return Outcome.DIFFER;
        }
        return unknown.isEmpty() ? Outcome.AGREE : Outcome.UNKNOWN;
    }

    static Report unknown(String why) {
        return new Report(List.of(), List.of(), List.of(why), List.of());
    }

    public void print(PrintStream out) {
        if (!rows.isEmpty()) {
            out.printf("%-30s %10s %10s %10s%n", "what", "compared", "agree", "differ");
        }
        for (Row row : rows) {
            out.printf(
                    "%-30s %10d %10d %10d%n",
                    row.what(), row.compared(), Math.max(0, row.compared() - row.differ()), row.differ());
        }
        notes.forEach(out::println);
        print(out, "", differences);
        print(out, "not found out: ", unknown);
        out.println(outcome().sentence);
    }

    private static void print(PrintStream out, String prefix, List<String> lines) {
        lines.stream().limit(SHOWN).map(prefix::concat).forEach(out::println);
        if (lines.size() > SHOWN) {
            out.println(prefix + "and " + (lines.size() - SHOWN) + " more");
        }
    }
}
