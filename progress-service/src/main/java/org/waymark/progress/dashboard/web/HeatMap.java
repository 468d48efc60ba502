package org.waymark.progress.dashboard.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a figure in each month, by partner; the rows with the most first.
 *
 * @param columns the same for all partners together
 */
record HeatMap(
        String measure,
        List<Cell> columns,
        long total,
        List<Row> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    static final Comparator<Row> ORDER =
            Comparator.comparing(Row::total).reversed().thenComparing(Row::key);

    /** @param link to the events it is made of; absent where it is nothing */
    record Cell(YearMonth month, long value, @Nullable String link) {}

    /** @param name absent where the partner is not known */
    record Row(
            String key,
            @Nullable String name,
            long total,
            @Nullable String link,
            List<Cell> cells) {

        Row named(@Nullable String other) {
            return new Row(key, other, total, link, cells);
        }
    }
}
