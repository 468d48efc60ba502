package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void without_any_it_is_what_deploy_up_starts() {
        Settings settings = read(Map.of());

        assertThat(settings.progress()).hasToString("http://localhost:8080");
        assertThat(settings.kafka()).isEqualTo("localhost:9092");
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void the_environment_moves_the_ports_and_options_come_before_it() {
        Map<String, String> environment = Map.of("WAYMARK_PROGRESS_PORT", "1", "WAYMARK_KAFKA_PORT", "2");

        assertThat(read(environment).kafka()).isEqualTo("localhost:2");
        Settings settings = read(environment, "--kafka", "there:3", "--patience", "5", "--as-of", "2026-10-31");
        assertThat(settings.progress()).hasToString("http://localhost:1");
        assertThat(settings.kafka()).isEqualTo("there:3");
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.asOf()).containsExactly(LocalDate.parse("2026-10-31"));
    }

    @Test
    void each_day_is_asked_for_as_known_today_and_as_known_then() {
        LocalDate today = LocalDate.parse("2026-11-22");
        LocalDate day = LocalDate.parse("2026-10-31");
        LocalDate known = LocalDate.parse("2026-11-01");

        assertThat(Dates.of(today, List.of(day), List.of(known)))
                .containsExactly(
                        new Dates(today, today),
                        new Dates(today, known),
                        new Dates(day, today),
                        new Dates(day, day),
                        new Dates(day, known));
    }

    @ParameterizedTest
    @CsvSource({
        "--as-of 31.10.2026, is no date such as",
        "--as-of, needs a word behind it",
        "--progress nowhere, is no address such as",
        "--patience long, is no number of seconds",
        "--frobnicate yes, Unknown option --frobnicate"
    })
    void what_makes_no_sense_is_refused_with_a_reason(String words, String reason) {
        assertThatThrownBy(() -> read(Map.of(), words.split(" ", -1)))
                .isInstanceOf(Options.Refused.class)
                .hasMessageContaining(reason);
    }

    private static Settings read(Map<String, String> environment, String... words) {
        return Options.read(words, environment);
    }
}
