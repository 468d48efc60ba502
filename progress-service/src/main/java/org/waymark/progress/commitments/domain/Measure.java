package org.waymark.progress.commitments.domain;

/** What an indicator's values are (IATI IndicatorMeasure 1 to 5). Only the first two are numbers to reckon with. */
public enum Measure {
    UNIT,
    PERCENTAGE,
    NOMINAL,
    ORDINAL,
    QUALITATIVE;

    public boolean isQuantitative() {
        return this == UNIT || this == PERCENTAGE;
    }
}
