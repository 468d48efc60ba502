package org.waymark.progress.commitments.domain;

import java.math.BigDecimal;

/**
 * The measures the health policies go by.
 *
 * @param silentDays after how many days without an update a commitment is silent
 * @param paceTolerance how far an indicator may lie behind its linear pace, as a share of the whole way
 */
public record HealthRules(int silentDays, BigDecimal paceTolerance) {

    public static final HealthRules DEFAULT = new HealthRules(90, new BigDecimal("0.2"));

    public HealthRules {
        if (silentDays < 1 || paceTolerance.signum() < 0 || paceTolerance.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("silence of at least a day, a tolerance from 0 to less than 1");
        }
    }
}
