package org.waymark.prove;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares one summary with what was counted, figure by figure. */
final class SummaryCheck {

    private static final BigDecimal ROUNDED = new BigDecimal("0.00005");

    private final String where;
    private final Figures counted;
    private final JsonNode summary;
    private final Findings findings;

    SummaryCheck(String where, Figures counted, JsonNode summary, Findings findings) {
        this.where = where;
        this.counted = counted;
        this.summary = summary;
        this.findings = findings;
    }

    void check(Dates dates) {
        compareText("asOf", dates.asOf().toString());
        compareText("knownAt", dates.knownAt().toString());
        Measures.ALL.forEach(measure -> compare(measure, summary.at(Measures.place(measure))));
        byValue("byStatus", Measures.STATUSES);
        byValue("byHealth", Measures.HEALTHS);
        rest("progress.selfReported");
        rest("progress.verified");
    }

    private void compareText(String field, String asked) {
        if (!summary.path(field).asString("").equals(asked)) {
            findings.differs(
                    Part.FIGURES,
                    where + " " + field + ": asked " + asked + ", board "
                            + summary.path(field).asString(""));
        }
    }

    /** A value that nothing has may be left out. */
    private void byValue(String name, List<String> values) {
        Set<String> all = new LinkedHashSet<>(values);
        all.addAll(summary.path(name).propertyNames());
        for (String value : all) {
            JsonNode told = summary.path(name).path(value);
            if (!told.isMissingNode() || counted.of(name + "." + value) != 0) {
                compare(name + "." + value, told);
            }
        }
        for (String measure : counted.measures()) {
            if (measure.startsWith(name + ".") && !all.contains(measure.substring(name.length() + 1))) {
                compare(measure, summary.path(name).path(measure.substring(name.length() + 1)));
            }
        }
    }

    private void compare(String measure, JsonNode told) {
        if (!told.isNumber()) {
            findings.unknown(FigureCheck.SUMMARY + " does not tell " + measure);
            return;
        }
        findings.compared(Part.FIGURES);
        if (told.decimalValue().compareTo(BigDecimal.valueOf(counted.of(measure))) != 0) {
            differs(measure, String.valueOf(counted.of(measure)), told);
        }
    }

    /** What follows from the sum: how many are unknown, and the mean of the others. */
    private void rest(String measure) {
        JsonNode told = summary.at("/" + measure.replace('.', '/'));
        if (!told.isObject()) {
            return; // it was said already that the figure is not told
        }
        long known = counted.of(measure + ".known");
        BigDecimal unknown = BigDecimal.valueOf(counted.of("commitments") - known);
        findings.compared(Part.FIGURES);
        if (!told.path("unknown").isNumber()
                || told.path("unknown").decimalValue().compareTo(unknown) != 0) {
            differs(measure + ".unknown", unknown.toString(), told.path("unknown"));
        }
        findings.compared(Part.FIGURES);
        if (!isMean(told.path("mean"), counted.of(measure), known)) {
            differs(measure + ".mean", counted.of(measure) + " ten-thousandths over " + known, told.path("mean"));
        }
    }

    /** Rounded to four decimals, whichever way a half goes. */
    private static boolean isMean(JsonNode told, long sum, long known) {
        if (known == 0 || !told.isNumber()) {
            return known == 0 && (told.isMissingNode() || told.isNull());
        }
        BigDecimal times = BigDecimal.valueOf(known);
        BigDecimal off = told.decimalValue()
                .multiply(times)
                .subtract(BigDecimal.valueOf(sum, 4))
                .abs();
        return off.compareTo(ROUNDED.multiply(times)) <= 0;
    }

    private void differs(String measure, String topic, JsonNode board) {
        findings.differs(Part.FIGURES, where + " " + measure + ": topic " + topic + ", board " + board);
    }
}
