package org.waymark.progress.imports.iati;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.Value;

/** @param ascending false where less is better */
public record IatiIndicator(
        int line,
        String title,
        @Nullable String resultTitle,
        Measure measure,
        boolean ascending,
        @Nullable Baseline baseline,
        List<IatiPeriod> periods) {

    public IatiIndicator {
        periods = List.copyOf(periods);
    }

    public record Baseline(int year, @Nullable Value value) {}

    /** The codelist IndicatorMeasure. */
    public enum Measure {
        UNIT("1"),
        PERCENTAGE("2"),
        NOMINAL("3"),
        ORDINAL("4"),
        QUALITATIVE("5");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        static Optional<Measure> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(measure -> measure.code.equals(code))
                    .findFirst();
        }

        /** Only of numbers can a share of the way from baseline to target be told. */
        boolean isQuantitative() {
            return this == UNIT || this == PERCENTAGE;
        }
    }
}
