package org.waymark.progress.imports.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers how a table ends: the parser takes a quotation mark that is never closed for one closed at the end. */
final class LastCharacter extends FilterReader {

    private int last = -1;

    LastCharacter(Reader in) {
        super(in);
    }

    boolean isQuotationMark() {
        return last == '"';
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        last = one < 0 || Character.isWhitespace(one) ? last : one;
        return one;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        for (var i = count - 1; i >= 0; i--) {
            if (!Character.isWhitespace(buffer[offset + i])) {
                last = buffer[offset + i];
                return count;
            }
        }
        return count;
    }
}
