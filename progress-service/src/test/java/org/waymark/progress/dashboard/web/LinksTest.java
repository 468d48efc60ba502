package org.waymark.progress.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.domain.Tally;
import org.waymark.progress.dashboard.store.Filter;

class LinksTest {

    private static final Point THEN = point("2026-01-31", "2026-02-28");
    private static final Point NOW = point("2026-03-31", "2026-04-30");

    @Test
    void a_link_says_all_that_its_figure_was_asked_by_and_is_encoded() {
        Filter filter = Filter.of(new Tally.Key("workstream", "Work & rights, 1/2 + é"));

        String link = Links.all(filter, new Difference(THEN, NOW)).get("progress.verified.known");

        assertThat(link)
                .isEqualTo("/api/dashboard/activity?measure=progress.verified.known"
                        + "&workstream=Work%20%26%20rights%2C%201%2F2%20%2B%20%C3%A9"
                        + "&asOf=2026-03-31&knownAt=2026-04-30&sinceAsOf=2026-01-31&sinceKnownAt=2026-02-28");
    }

    @Test
    void there_is_a_link_for_every_figure() {
        assertThat(Links.all(Filter.ALL, new Difference(null, NOW)))
                .hasSize(Figure.ALL.size())
                .containsKeys("commitments", "byStatus.in-implementation", "freshness.never", "reportingPartners");
    }

    @Test
    void a_cursor_is_read_as_it_was_written_and_another_is_refused() {
        String cursor = Asked.cursor(7, "c:1");

        List<String> parts = Asked.place(cursor, 2, found -> found);

        assertThat(parts).containsExactly("7", "c:1");
        assertThatThrownBy(() -> Asked.place(cursor, 3, found -> found)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Asked.place(Asked.cursor("x", "c"), 2, found -> Long.valueOf(found.getFirst())))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Asked.place("%%", 2, found -> found)).isInstanceOf(Problem.class);
    }

    private static Point point(String asOf, String knownAt) {
        return new Point(LocalDate.parse(asOf), LocalDate.parse(knownAt), null);
    }
}
