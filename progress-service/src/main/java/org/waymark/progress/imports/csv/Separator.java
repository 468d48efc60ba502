package org.waymark.progress.imports.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** What stands between two cells: spreadsheets write comma, semicolon or tab, by the language they run in. */
final class Separator {

    private static final int LONGEST_HEADER = 50_000;
    private static final String KNOWN = ",;\t";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Separator() {}

    /** The one most used in the first line, outside of quotation marks; leaves the reader behind a byte order mark. */
    static char of(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(LONGEST_HEADER);
        var found = most(reader);
        reader.reset();
        return found;
    }

    private static char most(BufferedReader reader) throws IOException {
        var counts = new int[KNOWN.length()];
        var quoted = false;
        var next = reader.read();
        for (var read = 1; read < LONGEST_HEADER && next >= 0 && (quoted || next != '\n' && next != '\r'); read++) {
            quoted ^= next == '"';
            var known = KNOWN.indexOf(next);
            if (known >= 0 && !quoted) {
                counts[known]++;
            }
            next = reader.read();
        }
        var most = 0;
        for (var i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return KNOWN.charAt(most);
    }
}
