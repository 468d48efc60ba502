package org.waymark.progress.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.progress.imports.reading.Value.Quantity;
import org.waymark.progress.imports.reading.Value.Words;

class ValueReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0|0",
                "-3.50|-3.5",
                "+7|7",
                " 17,499.00 |17499",
                "8,000|8000",
                "-1,509,120.25|-1509120.25",
                "1e30|1000000000000000000000000000000",
                "25E-30|0.000000000000000000000000000025",
                "9999999999999999999999999999999999|9999999999999999999999999999999999",
            })
    void reads_a_number(String raw, BigDecimal number) {
        assertThat(ValueReading.read(raw, false)).isEqualTo(new Quantity(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "72,0000",
                "8,386413",
                "0,125",
                "1,23",
                "1,000,00",
                "1.000.000",
                "1 000",
                "88.8%",
                "1e31",
                "1e-31",
                "1e999999999",
                "-",
                "0x1F",
                "NaN",
                "12 schools",
                "99999999999999999999999999999999999",
                "0.0000000000000000000000000000000000000001",
                "1,000,000,000,000,000,000,000,000,000,000,000,000",
                "99e33",
            })
    void keeps_as_words_what_is_no_plain_number(String raw) {
        assertThat(ValueReading.read(raw, false)).isEqualTo(new Words(raw));
    }

    @ParameterizedTest
    @CsvSource({"88.8%, 88.8", "'1,200 %', 1200", "12, 12"})
    void reads_a_percent_sign_where_a_percentage_is_measured(String raw, BigDecimal number) {
        assertThat(ValueReading.read(raw, true)).isEqualTo(new Quantity(number));
    }

    @Test
    void takes_a_blank_for_nothing() {
        assertThat(ValueReading.read(" ", false)).isNull();
        assertThat(ValueReading.read(null, false)).isNull();
    }
}
