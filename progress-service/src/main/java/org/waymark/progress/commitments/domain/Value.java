package org.waymark.progress.commitments.domain;

import java.math.BigDecimal;

/** A baseline, target or actual: a number in the indicator's unit, or words where it is none. */
public sealed interface Value {

    /** A number, in the unit of its indicator. */
    record Quantity(BigDecimal number) implements Value {
        public Quantity {
            if (number.precision() > 30 || Math.abs(number.scale()) > 15) {
                throw new IllegalArgumentException("A number of at most 30 digits, 15 of them after the point.");
            }
        }
    }

    /** What a source says in words; kept as it stands, never averaged, never published. */
    record Words(String text) implements Value {
        public Words {
            if (text.isBlank() || text.length() > 4_000) {
                throw new IllegalArgumentException("Words of 1 to 4,000 characters.");
            }
        }
    }

    /** It was said in words, which are gone with the store that had them; nobody says this of something. */
    record Lost() implements Value {}
}
