package org.waymark.progress.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.edge.Problem;

class TrendTest {

    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    @Test
    void the_last_step_ends_on_the_last_day_whole_or_not() {
        assertThat(Trend.days(NEW_YEAR, LocalDate.parse("2026-03-15"), Trend.Step.MONTH))
                .containsExactlyElementsOf(days("2026-01-31", "2026-02-28", "2026-03-15"));
        assertThat(Trend.days(NEW_YEAR, LocalDate.parse("2026-02-28"), Trend.Step.MONTH))
                .containsExactlyElementsOf(days("2026-01-31", "2026-02-28"));
        assertThat(Trend.days(NEW_YEAR, NEW_YEAR, Trend.Step.WEEK)).containsExactly(NEW_YEAR);
    }

    @Test
    void has_four_hundred_steps_and_no_more() {
        assertThat(Trend.days(NEW_YEAR, NEW_YEAR.plusDays(399), Trend.Step.DAY)).hasSize(400);
        assertThatThrownBy(() -> Trend.days(NEW_YEAR, NEW_YEAR.plusDays(400), Trend.Step.DAY))
                .isInstanceOf(Problem.class);
    }

    private static Iterable<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
