package org.waymark.progress.imports.csv;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cells that hold several values, or one of a few words. */
final class Lists {

    private Lists() {}

    /** By semicolon, comma or bar, each once; empty where there is nothing. */
    static List<String> split(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Stream.of(cell.split("[;,|]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }

    /** As the API writes it: {@code in-implementation} for {@code In implementation}. */
    static String word(String cell) {
        return cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }
}
