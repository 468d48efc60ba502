package org.waymark.progress.imports.reading;

import java.math.BigDecimal;

/** A baseline, target or actual: the standard lets publishers write anything there, and they do. */
public sealed interface Value {

    /** @param number without trailing zeros, of at most 34 digits, which is what a decimal128 holds */
    record Quantity(BigDecimal number) implements Value {}

    record Words(String text) implements Value {}
}
