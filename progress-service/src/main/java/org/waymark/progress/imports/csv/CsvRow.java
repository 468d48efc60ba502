package org.waymark.progress.imports.csv;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row under its header.
 *
 * @param line on which it begins
 * @param fields how many it has
 * @param cells those that are not blank, stripped, by the name of their column
 */
record CsvRow(int line, int fields, Map<String, String> cells) {

    @Nullable
    String cell(String column) {
        return cells.get(column);
    }
}
