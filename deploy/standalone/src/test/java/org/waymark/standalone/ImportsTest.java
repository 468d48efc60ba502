package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

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

    @ParameterizedTest
    @CsvSource({
        "'[]',  0, ''",
        "'[1]', 0, 'skipped 1 parts of it; told which and why'",
        "'[1]', 2, 'skipped 3 parts of it; told of the first 1 which and why'"
    })
    void tells_how_many_parts_were_skipped_also_of_those_that_are_only_counted(
            String named, int more, String expected) {
        String outcome = "{\"skipped\": %s, \"moreSkipped\": %d}".formatted(named, more);

        assertThat(Imports.skipped(new JsonMapper().readTree(outcome))).isEqualTo(expected);
    }
}
