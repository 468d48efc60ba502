package org.waymark.progress.imports.reading;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells numbers from words. Never guesses: {@code 8,386413} and {@code 0,125} may be a decimal comma or a slip, so they
 * stay words. {@code 8,000} is read as eight thousand, as the standard's decimal sign is the point.
 */
public final class ValueReading {

    private static final int LONGEST_NUMBER = 40;
    private static final int DIGITS_OF_DECIMAL128 = 34;
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?([0-2]?\\d|30))?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");

    private ValueReading() {}

    /**
     * @param percentage whether a percent sign may stand behind the number
     * @return null where nothing was given
     */
    public static @Nullable Value read(@Nullable String raw, boolean percentage) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        var text = raw.strip();
        var digits = percentage && text.endsWith("%")
                ? text.substring(0, text.length() - 1).strip()
                : text;
        var number = number(digits);
        return number == null ? new Value.Words(text) : new Value.Quantity(number);
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        if (THOUSANDS.matcher(text).matches()) {
            return bounded(new BigDecimal(text.replace(",", "")));
        }
        return PLAIN.matcher(text).matches() ? bounded(new BigDecimal(text)) : null;
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        var whole = bare.scale() < 0 ? bare.setScale(0) : bare;
        return whole.precision() <= DIGITS_OF_DECIMAL128 ? whole : null;
    }
}
