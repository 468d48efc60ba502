package org.waymark.progress.imports.csv;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text with the names of columns in braces; without any it is the same for all rows. */
record Template(String text) {

    private static final Pattern COLUMN = Pattern.compile("\\{([^}]+)}");

    Set<String> columns() {
        return COLUMN.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Null where one of its columns is blank. */
    @Nullable
    String fill(CsvRow row) {
        for (var column : columns()) {
            if (row.cell(column) == null) {
                return null;
            }
        }
        return COLUMN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(cell(row, found)));
    }

    private static String cell(CsvRow row, MatchResult found) {
        var cell = row.cell(found.group(1));
        return cell == null ? "" : cell;
    }
}
