package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {

    @ParameterizedTest
    @CsvSource({
        "plans/nap5.csv,   text/csv",
        "NAP5.CSV,         text/csv",
        "from-excel.txt,   text/csv",
        "activities.xml,   application/xml",
        "activities,       application/xml"
    })
    void knows_a_table_by_the_ending_of_its_name(Path file, String type) {
        assertThat(Imports.type(file)).isEqualTo(type);
    }
}
