package org.waymark.progress.imports.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** The rows of a commitment by what they describe a part of. */
final class Parts {

    private Parts() {}

    /** Rows with the same key, or where there is none the same title, in the order of the table. */
    static Collection<List<CsvRow>> of(Cells cells, Field key, Field title) {
        var parts = new LinkedHashMap<String, List<CsvRow>>();
        for (var row : cells.rows()) {
            var named = cells.of(row, key);
            var known = named == null ? cells.of(row, title) : named;
            if (known != null) {
                parts.computeIfAbsent(known, any -> new ArrayList<>()).add(row);
            }
        }
        return parts.values();
    }
}
