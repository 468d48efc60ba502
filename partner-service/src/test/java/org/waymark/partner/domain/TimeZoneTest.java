package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneTest {

    @ParameterizedTest
    @CsvSource({
        "America/El_Salvador, America/El_Salvador",
        "america/el_salvador, America/El_Salvador",
        "EUROPE/ZURICH, Europe/Zurich",
        "Asia/Kathmandu, Asia/Kathmandu",
        "Etc/GMT+5, Etc/GMT+5",
        "utc, UTC",
        "Etc/UTC, UTC",
        "Zulu, UTC",
        "GMT, UTC"
    })
    void is_written_as_in_the_database(String sent, String name) {
        assertThat(new TimeZone(sent).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "+01:00",
                "UTC+1",
                "GMT+01:00",
                "Europe/Berne",
                "Zurich",
                " Europe/Zurich",
                "SystemV/PST8"
            })
    void refuses_what_the_database_does_not_have(String sent) {
        assertThatThrownBy(() -> new TimeZone(sent)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("timeZone");
            assertThat(refusal.sentence()).contains("IANA", "America/El_Salvador");
        });
    }
}
